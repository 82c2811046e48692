import type { ElementRef } from '@angular/core';
import { Component, computed, inject, viewChild } from '@angular/core';
import type { IsActiveMatchOptions } from '@angular/router';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Permission } from '@enlace/domain';
import { Session } from '../auth/session';
import { KeyList } from './key-list';
import { SampleMarker } from './sample-marker';
import { Shortcuts } from './shortcuts';
import { TopBar } from './top-bar';

interface MenuEntry {
  readonly key: string;
  readonly link: string;
  readonly icon: string;
  /** Who sees the entry; `signed-in` adds that the public does not. */
  readonly permission: Permission;
  readonly signedIn?: true;
  /** Whether longer addresses belong to other entries. */
  readonly exact?: true;
  /** Whether it is a part of the entry above. */
  readonly part?: true;
  /** Whether a phone keeps it for "More", though it is no part. */
  readonly rare?: true;
}

const ENTRIES: readonly MenuEntry[] = [
  { key: 'desk', link: '/desk', icon: 'home', permission: 'desk.read' },
  {
    key: 'arrivals',
    link: '/arrivals',
    icon: 'map',
    permission: 'arrivals.read-overview',
    exact: true,
  },
  {
    key: 'profiles',
    link: '/arrivals/reports',
    icon: 'grid_on',
    permission: 'arrivals.read',
    signedIn: true,
    part: true,
  },
  {
    key: 'import',
    link: '/arrivals/import',
    icon: 'upload',
    permission: 'arrivals.import',
    part: true,
  },
  {
    key: 'groups',
    link: '/sharing-groups',
    icon: 'groups',
    permission: 'sharing-groups.read',
    rare: true,
  },
  { key: 'commitments', link: '/commitments', icon: 'task_alt', permission: 'commitments.read' },
  {
    key: 'recommendations',
    link: '/recommendations',
    icon: 'description',
    permission: 'reference.read',
    part: true,
  },
  {
    key: 'practices',
    link: '/practices',
    icon: 'lightbulb',
    permission: 'practices.read',
    exact: true,
  },
  {
    key: 'practiceReviews',
    link: '/practices/reviews',
    icon: 'chat_bubble',
    permission: 'practices.review',
  },
  { key: 'scorecards', link: '/scorecards', icon: 'list', permission: 'commitments.read' },
  { key: 'forums', link: '/forums', icon: 'handshake', permission: 'forums.read' },
  { key: 'mails', link: '/system/mails', icon: 'mail', permission: 'system.read-mails' },
];

/** Entries in the bar of a phone; the fifth place opens the others. */
const IN_BAR = 4;

const ignoring: Omit<IsActiveMatchOptions, 'paths'> = {
  queryParams: 'ignored',
  matrixParams: 'ignored',
  fragment: 'ignored',
};

/** Top bar, menu and the screen between them. */
@Component({
  selector: 'en-shell',
  imports: [
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TranslocoPipe,
    KeyList,
    SampleMarker,
    TopBar,
  ],
  host: { '(document:keydown)': 'shortcuts.press($event)' },
  templateUrl: './shell.html',
})
export class Shell {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly exact: IsActiveMatchOptions = { paths: 'exact', ...ignoring };
  protected readonly within: IsActiveMatchOptions = { paths: 'subset', ...ignoring };
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** The matrix needs the width: its menu is a rail. */
  protected readonly rail = computed(() => {
    const address = this.router.lastSuccessfulNavigation()?.finalUrl?.root.children['primary'];
    return address?.segments.map(({ path }) => path).join('/') === 'commitments';
  });
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly entries = computed(() =>
    ENTRIES.filter(
      ({ permission, signedIn }) =>
        this.session.can(permission) && (signedIn === undefined || this.session.signedIn()),
    ),
  );

  protected readonly inBar = computed(() => {
    const chief = this.entries().filter(({ part, rare }) => part !== true && rare !== true);
    return new Set(chief.slice(0, IN_BAR).map(({ key }) => key));
  });
  protected readonly rest = computed(() =>
    this.entries().filter(({ key }) => !this.inBar().has(key)),
  );

  /** The address of a fragment would be that of the first page, because of `<base href>`. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
