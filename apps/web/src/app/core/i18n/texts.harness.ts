import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Translation } from '@jsverse/transloco';
import { provideTransloco } from '@jsverse/transloco';
import type { Observable } from 'rxjs';
import { of } from 'rxjs';
import { LANGUAGES } from '@enlace/domain';

/** Folder of the web's sources. */
export const SOURCES = fileURLToPath(new URL('../..', import.meta.url).href);
/** Folder of the texts. */
export const TEXTS = fileURLToPath(new URL('../../../../public/i18n', import.meta.url).href);

/** The real texts of a language, read from the disk. */
export class FileLoader {
  getTranslation(path: string): Observable<Translation> {
    return of(JSON.parse(readFileSync(join(TEXTS, `${path}.json`), 'utf8')) as Translation);
  }
}

/** Transloco as the application has it, without a server. */
export const provideTexts = () =>
  provideTransloco({
    config: { availableLangs: [...LANGUAGES], defaultLang: 'en', prodMode: true },
    loader: FileLoader,
  });
