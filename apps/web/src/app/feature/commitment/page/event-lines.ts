import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { CommitmentEventsResponse, CommitmentResponse } from '@enlace/contract';
import type { LabelList } from '@enlace/domain';
import { LABELS } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';

type Event = CommitmentEventsResponse['events'][number];

/** One difference of an event, or one fact where there is no before. */
export interface EventLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** Facts whose values are codes of a closed list. */
const CODED: Readonly<Record<string, LabelList>> = {
  classification: 'classification',
  language: 'language',
  direction: 'indicatorDirection',
  outcome: 'progressReportState',
  grade: 'ratingGrade',
  voice: 'ratingVoice',
  role: 'reminderRole',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Facts that only point at records that the page names elsewhere. */
const UNSAID = new Set(['act', 'report', 'dueDate', 'rating', 'file', 'evidence', 'by', 'id']);

const isPair = (value: unknown): value is readonly [unknown, unknown] =>
  Array.isArray(value) && value.length === 2;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

/** Puts what an event says into the reader's words. */
@Injectable({ providedIn: 'root' })
export class EventLines {
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly reference = inject(Reference);
  private readonly transloco = inject(TranslocoService);

  /** The facts of an event, differences with what was there before. */
  of({ kind, facts }: Event, provisions: CommitmentResponse['provisions']): readonly EventLine[] {
    const tell = (field: string, value: unknown): string =>
      this.tell({ kind, field, provisions }, value);
    const whole = [recordOf(facts['before']), recordOf(facts['after'])] as const;
    if ('before' in facts && 'after' in facts) {
      return Object.keys(whole[1])
        .filter((field) => JSON.stringify(whole[0][field]) !== JSON.stringify(whole[1][field]))
        .map((field) =>
          this.line(field, tell(field, whole[0][field]), tell(field, whole[1][field])),
        );
    }
    return Object.entries(facts)
      .filter(([field]) => !UNSAID.has(field))
      .map(([field, value]) =>
        kind !== 'schedule-set' && isPair(value)
          ? this.line(field, tell(field, value[0]), tell(field, value[1]))
          : this.line(field, null, tell(field, value)),
      )
      .filter(({ before, after }) => before !== null || after !== '');
  }

  private line(field: string, before: string | null, after: string): EventLine {
    const key = `commitment.field.${field}`;
    const label = this.transloco.translate(key);
    return { field: label === key ? '' : label, before: before === after ? null : before, after };
  }

  private tell(
    place: {
      readonly kind: Event['kind'];
      readonly field: string;
      readonly provisions: CommitmentResponse['provisions'];
    },
    value: unknown,
  ): string {
    const { kind, field, provisions } = place;
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return this.format.number(value);
    if (typeof value === 'boolean') return '';
    if (typeof value === 'string') return this.word(kind, field, value, provisions);
    if (Array.isArray(value)) {
      const parts = value.map((one: unknown) => this.tell(place, one)).filter((one) => one !== '');
      return new Intl.ListFormat(this.language.current()).format(parts);
    }
    const { organization, part, title } = recordOf(value);
    if (typeof organization === 'string' && typeof part === 'string') {
      return `${this.reference.organizationName(organization)}: ${part}`;
    }
    return typeof title === 'string' ? title : '';
  }

  private word(
    kind: Event['kind'],
    field: string,
    value: string,
    provisions: CommitmentResponse['provisions'],
  ): string {
    if (field === 'provisions') {
      return (
        provisions.find(({ id }) => id === value)?.number ??
        this.format.text('commitment.otherProvision')
      );
    }
    if (field === 'state') {
      return this.label(kind.startsWith('action') ? 'actionState' : 'commitmentState', value);
    }
    const list = CODED[field];
    if (list !== undefined) return this.label(list, value);
    return DAY.test(value) ? this.format.date(value) : value;
  }

  private label(list: LabelList, code: string): string {
    const labels: Readonly<Record<string, string>> = LABELS[list][this.language.current()];
    return labels[code] ?? code;
  }
}
