import { Component } from '@angular/core';

/** A small label. */
@Component({ selector: 'en-chip', host: { class: 'cl' }, template: '<ng-content />' })
export class Chip {}
