import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeAudience, ProvisionSummary } from '@enlace/contract';
import { EVIDENCE_STRENGTHS, type EvidenceStrength } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { AudienceFields } from './audience-fields';
import { CostFields } from './cost-fields';
import { FactsFields } from './facts-fields';
import { FilesFields } from './files-fields';
import { FindingsFields } from './findings-fields';
import { GuidedText } from './guided-text';
import type { PracticeForm, TypedFacts } from './practice-form.model';
import { StepsFields } from './steps-fields';

type Change = (form: PracticeForm) => PracticeForm;
type PlainField =
  | 'title'
  | 'summary'
  | 'problem'
  | 'legalBasis'
  | 'whoDoesWhat'
  | 'resources'
  | 'conditions'
  | 'didNotWork';

/** The sections of the guided form in the language of its author. */
@Component({
  selector: 'en-original-panel',
  imports: [
    ...[TranslocoPipe, CodeLabel, AudienceFields, CostFields, FactsFields, FilesFields],
    ...[FindingsFields, GuidedText, StepsFields],
  ],
  templateUrl: './original-panel.html',
  styleUrl: './original-panel.css',
})
export class OriginalPanel {
  /** Id of the practice. */
  readonly id = input.required<string>();
  readonly form = input.required<PracticeForm>();
  readonly provisions = input.required<readonly ProvisionSummary[]>();
  /** What the server has against it, by pointer. */
  readonly faults = input<Readonly<Record<string, string>>>({});
  /** Whether readers have it already: who reads it then changes by an act of its own. */
  readonly published = input(false);
  readonly changed = output<Change>();
  protected readonly strengths = EVIDENCE_STRENGTHS;
  /** A fault of a list itself or of one of its items. */
  protected readonly listFaults = computed(() => {
    const entries = Object.entries(this.faults());
    const at = (list: string): string =>
      entries.find(([pointer]) => pointer.startsWith(list))?.[1] ?? '';
    return {
      ...{ steps: at('/text/steps'), findings: at('/text/findings'), files: at('/facts/files') },
    };
  });
  protected readonly audienceFault = computed(
    () =>
      Object.entries(this.faults()).find(([pointer]) => pointer.startsWith('/audience'))?.[1] ?? '',
  );

  protected setText(field: PlainField, text: string): void {
    this.changed.emit((form) => ({ ...form, words: { ...form.words, [field]: text } }));
  }

  protected setFacts(change: Partial<TypedFacts>): void {
    this.changed.emit((form) => ({ ...form, facts: { ...form.facts, ...change } }));
  }

  protected setStrength(evidenceStrength: EvidenceStrength): void {
    this.setFacts({ evidenceStrength });
  }

  protected setAudience(audience: PracticeAudience): void {
    this.changed.emit((form) => ({ ...form, audience }));
  }
}
