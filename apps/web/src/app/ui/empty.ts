import { Component } from '@angular/core';

/** One sentence on what will be here, and one button. */
@Component({ selector: 'en-empty', host: { class: 'empty' }, template: '<ng-content />' })
export class Empty {}
