import { Component } from '@angular/core';
import map from '../../pattern/map/americas.json';

/** Capitals and fora drawn as one chain; the isthmus is violet. */
const NODES: readonly (readonly [number, number])[] = [
  [148.3, 162.4],
  [201.9, 197.9],
  [252.9, 240.7],
  [286.3, 241.4],
  [313.2, 266.7],
  [282.4, 300.7],
  [341.6, 327.9],
  [360.7, 225.7],
  [396.9, 223.8],
  [408.5, 205.8],
  [337.6, 169.7],
  [440.7, 255.5],
];

const LINKS: readonly string[] = [
  'M148.3 162.4Q170.1 172.6 201.9 197.9',
  'M201.9 197.9Q221.4 212.2 252.9 240.7',
  'M313.2 266.7Q293 288 282.4 300.7',
  'M313.2 266.7Q318.8 293.3 341.6 327.9',
  'M360.7 225.7Q379.1 219.7 396.9 223.8',
  'M396.9 223.8Q405.2 213.2 408.5 205.8',
  'M408.5 205.8Q378.1 197.7 337.6 169.7',
  'M337.6 169.7Q244 192.6 148.3 162.4',
  'M396.9 223.8Q414.4 233.5 440.7 255.5',
  'M440.7 255.5Q381 305.6 341.6 327.9',
  'M252.9 240.7Q305.2 193.3 337.6 169.7',
  'M360.7 225.7Q331.2 252.8 313.2 266.7',
];

const ISTHMUS: readonly string[] = [
  'M252.9 240.7Q269.5 236.4 286.3 241.4',
  'M286.3 241.4Q296.2 250.3 313.2 266.7',
];

/** The Americas as decoration of the first page; no figure is on it. */
@Component({
  selector: 'en-home-map',
  template: `
    <svg viewBox="20 26 620 440" aria-hidden="true">
      @for (land of lands; track $index) {
        <path class="land" [attr.d]="land" />
      }
      @for (link of links; track link) {
        <path class="link" [attr.d]="link" />
      }
      @for (link of isthmus; track link) {
        <path class="link bridge" [attr.d]="link" />
      }
      @for (node of nodes; track $index) {
        <circle [attr.cx]="node[0]" [attr.cy]="node[1]" r="3.2" />
      }
    </svg>
  `,
  styleUrl: './home-map.css',
})
export class HomeMap {
  protected readonly lands = Object.values(map.states);
  protected readonly links = LINKS;
  protected readonly isthmus = ISTHMUS;
  protected readonly nodes = NODES;
}
