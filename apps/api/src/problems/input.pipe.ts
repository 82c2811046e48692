import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from './problem.js';
import { unkeptText } from './unkept-text.js';
import { faultsOf } from './zod-faults.js';

/** More faults than this in one answer help nobody. */
const MAX_FAULTS = 200;
const PREFIXES: Partial<Record<ArgumentMetadata['type'], string>> = {
  query: '/query',
  param: '/path',
};

/**
 * Parses a body, query or parameter by the zod schema of its decorator. Faults answer 422 with
 * pointers; an id that cannot be one answers 404, as one that does not exist.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema;
    if (!(schema instanceof z.ZodType)) return value;
    // Zod keeps what was sent out of its issues unless asked; `required` needs to tell absent from wrong.
    const result = schema.safeParse(value, { reportInput: true });
    const prefix = [PREFIXES[metadata.type], metadata.data].filter(Boolean).join('/');
    const unkept = unkeptText(value, prefix);
    if (result.success && unkept === null) return result.data;
    if (metadata.type === 'param') throw new Problem('not-found');
    if (result.success) {
      const errors = [{ pointer: unkept ?? prefix, rule: 'not-accepted' as const }];
      throw new Problem('invalid-input', { errors });
    }
    const errors = result.error.issues.flatMap((issue) => faultsOf(issue, prefix));
    throw new Problem('invalid-input', { errors: errors.slice(0, MAX_FAULTS) });
  }
}
