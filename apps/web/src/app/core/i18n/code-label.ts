import type { PipeTransform } from '@angular/core';
import { Pipe, inject } from '@angular/core';
import type { LabelList } from '@enlace/domain';
import { LABELS } from '@enlace/domain';
import { Language } from './language';

/** Label of a code of one of the closed lists: `{{ 'entry' | codeLabel: 'observation' }}`. */
@Pipe({ name: 'codeLabel', pure: false })
export class CodeLabel implements PipeTransform {
  private readonly language = inject(Language);
  transform(code: string, list: LabelList): string {
    const labels: Readonly<Record<string, string>> = LABELS[list][this.language.current()];
    return labels[code] ?? code;
  }
}
