import type { PipeTransform } from '@angular/core';
import { Pipe, inject } from '@angular/core';
import { Format } from './format';

/** A number in the reader's language. */
@Pipe({ name: 'enNumber', pure: false })
export class EnNumber implements PipeTransform {
  private readonly format = inject(Format);
  transform(value: number): string {
    return this.format.number(value);
  }
}

/** A day in the reader's language. */
@Pipe({ name: 'enDate', pure: false })
export class EnDate implements PipeTransform {
  private readonly format = inject(Format);
  transform(day: string): string {
    return this.format.date(day);
  }
}

/** A month in the reader's language. */
@Pipe({ name: 'enMonth', pure: false })
export class EnMonth implements PipeTransform {
  private readonly format = inject(Format);
  transform(period: string): string {
    return this.format.month(period);
  }
}

/** A country's name in the reader's language. */
@Pipe({ name: 'enCountry', pure: false })
export class EnCountry implements PipeTransform {
  private readonly format = inject(Format);
  transform(code: string): string {
    return this.format.country(code);
  }
}
