import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { reportResponse, shareListResponse, sharingGroupsResponse } from '@enlace/contract';
import type { Classification } from '@enlace/domain';
import { CLASSIFICATIONS } from '@enlace/domain';
import * as z from 'zod';
import { Api } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { AudienceChip } from '../../pattern/audience-chip';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ReadersCard } from '../../pattern/readers-card';
import { ShareFormCard } from './share-form-card';
import { SharesList } from './shares-list';

/** Who a report is shared with, who read it, and sharing it with others. */
@Component({
  selector: 'en-share-page',
  imports: [
    TranslocoPipe,
    ProblemNote,
    AudienceChip,
    PageHead,
    Skeleton,
    ReadersCard,
    ShareFormCard,
    SharesList,
  ],
  templateUrl: './share-page.html',
  styleUrl: './share-page.css',
})
export class SharePage {
  /** The report's id, from the address. */
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly classifications = CLASSIFICATIONS;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly params = computed(() => {
    const organization = this.session.acting()?.organization.id;
    return organization === undefined ? undefined : { id: this.id(), organization };
  });
  protected readonly report = resource({
    params: () => this.params(),
    loader: ({ params }) => this.api.getVersion(`arrivals/reports/${params.id}`, reportResponse),
  });
  protected readonly shares = resource({
    params: () => this.params(),
    loader: ({ params }) => this.api.get(`arrivals/reports/${params.id}/shares`, shareListResponse),
  });
  private readonly groupsRead = resource({
    params: () => this.params(),
    loader: () => this.api.get('sharing-groups', sharingGroupsResponse),
  });
  protected readonly groups = computed(() =>
    this.groupsRead.hasValue()
      ? this.groupsRead.value().groups.map(({ id, names }) => ({
          ...{ id, label: this.reference.nameOf(names) },
        }))
      : [],
  );
  protected readonly title = computed(() => {
    const { crossingPoint = '', period = '' } = this.report.hasValue()
      ? this.report.value().body
      : {};
    return { point: this.reference.pointName(crossingPoint), month: period };
  });

  /** Says how sensitive the report is; refused while a share reaches further. */
  protected async classify(text: string): Promise<void> {
    const classification = CLASSIFICATIONS.find((one): one is Classification => one === text);
    if (classification === undefined || !this.report.hasValue()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const path = `arrivals/reports/${this.id()}/classification`;
      const ifMatch = this.report.value().etag ?? '';
      await this.api.put(path, { classification }, z.null(), { ifMatch });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }

  protected reload(): void {
    this.report.reload();
    this.shares.reload();
  }
}
