import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** One thing that is there now and that somebody wanted otherwise. */
export interface StaleLine {
  readonly label: string;
  readonly theirs: string;
  readonly ours: string;
}

/** Somebody else was first: what is there now beside what was to be written. */
@Component({
  selector: 'en-stale-versions',
  imports: [TranslocoPipe],
  template: `
    <section class="card" role="alert" aria-labelledby="stale">
      <div class="card-head">
        <h2 id="stale">{{ 'form.stale' | transloco }}</h2>
      </div>
      <p class="help">{{ help() }}</p>
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ 'form.staleWhat' | transloco }}</th>
              <th scope="col">{{ 'form.staleTheirs' | transloco }}</th>
              <th scope="col">{{ 'form.staleOurs' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.label) {
              <tr>
                <th scope="row">{{ line.label }}</th>
                <td>{{ line.theirs }}</td>
                <td>{{ line.ours }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="acts"><ng-content /></p>
    </section>
  `,
  styles: `
    .card {
      margin-bottom: 20px;
      border-color: var(--soon-line);
    }
    .help {
      padding: 0 16px 8px;
    }
    td {
      white-space: pre-line;
      overflow-wrap: anywhere;
      min-width: 140px;
    }
    .acts {
      padding: 12px 16px;
      flex-wrap: wrap;
    }
    .acts:empty {
      display: none;
    }
  `,
})
export class StaleVersions {
  readonly lines = input.required<readonly StaleLine[]>();
  readonly help = input.required<string>();
}
