import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Environment } from '../config/environment';

/** Says on every screen of a demonstration that its figures are samples. */
@Component({
  selector: 'en-sample-marker',
  imports: [TranslocoPipe],
  template: `
    @if (demo()) {
      <p class="sample">{{ 'shell.sample' | transloco }}</p>
    }
  `,
})
export class SampleMarker {
  private readonly environment = inject(Environment);
  protected readonly demo = computed(() => this.environment.current()?.demo ?? false);
}
