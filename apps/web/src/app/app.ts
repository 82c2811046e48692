import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { StaleSession } from './core/shell/stale-session';
import { Toast } from './ui/toast';

/** The whole page: the screen of the address, and what lies over every screen. */
@Component({
  selector: 'en-root',
  imports: [RouterOutlet, StaleSession, Toast],
  template: '<router-outlet /><en-stale-session /><en-toast />',
})
export class App {}
