import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';

/** The regional forums, each with its page. */
@Component({
  selector: 'en-forum-list',
  imports: [RouterLink, TranslocoPipe, ProblemNote, PageHead, Skeleton],
  template: `
    <en-page-head
      [title]="'shell.forums' | transloco"
      [subtitle]="'commitments.forumsAbout' | transloco"
    />
    <en-problem-note [problem]="reference.error()" />
    @if (reference.loading()) {
      <section class="card cb"><en-skeleton [label]="'commitments.loading' | transloco" /></section>
    }
    <ul>
      @for (forum of reference.forums(); track forum.alias) {
        <li class="card">
          <h2>
            <a [routerLink]="['/forums', forum.alias]">{{ reference.nameOf(forum.names) }}</a>
          </h2>
          <p class="muted">{{ reference.nameOf(forum.acronyms) }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
      gap: 20px;
    }
    li {
      padding: 16px;
    }
  `,
})
export class ForumList {
  protected readonly reference = inject(Reference);
}
