import { describe, expect, it } from '@jest/globals';
import { draftContent } from './arrivals/content.js';
import { reasonRequest, sendReportRequest } from './arrivals/report.js';
import { shareRequest } from './arrivals/sharing.js';
import { PERSONAL_DATA_RULE } from './primitives.js';
import { createSharingGroupRequest } from './reference.js';

const HONEST = 'The register of the post was counted again on Monday.';
const PERSONAL = 'Ask maria.lopez@example.org, passport AB1234567.';

const content = {
  ...{ direction: 'northbound', coverage: 'full', coveragePercent: null, sampleSize: null },
  ...{ confidence: null, finality: 'final', nil: true, registerTotal: null, note: null },
  ...{ counts: [], cells: [], indicators: [] },
};
const share = {
  ...{ audience: { kind: 'community' }, detail: 'protected', onward: 'none' },
  ...{ opensAt: null, endsOn: null, withheldFrom: [] },
};

/** Each text that people write in a request, by where it stands. */
const TEXTS = [
  ['/reason', (text: string) => reasonRequest.safeParse({ reason: text })],
  ['/purpose', (text: string) => shareRequest.safeParse({ ...share, purpose: text })],
  ['/method', (text: string) => draftContent.safeParse({ ...content, method: text })],
  ...(['es', 'en', 'pt', 'fr'] as const).map(
    (language) =>
      [
        `/names/${language}`,
        (text: string) =>
          createSharingGroupRequest.safeParse({
            ...{ alias: 'route', members: ['6f1c2d3e-0000-4000-8000-000000000001'] },
            names: { es: 'Ruta', en: 'Route', pt: 'Rota', fr: 'Route', [language]: text },
          }),
      ] as const,
  ),
  [
    '/confirmations/0/comment',
    (text: string) =>
      sendReportRequest.safeParse({ confirmations: [{ rule: 'far-above-median', comment: text }] }),
  ],
] as const;

describe('texts that people write', () => {
  it.each(TEXTS)('accept an honest one at %s', (_pointer, parse) => {
    expect(parse(HONEST).success).toBe(true);
  });

  it.each(TEXTS)('refuse personal data at %s', (pointer, parse) => {
    const [issue] = parse(PERSONAL).error?.issues ?? [];
    expect(`/${issue?.path.join('/') ?? ''}`).toBe(pointer);
    expect(issue).toMatchObject({ code: 'custom', params: { rule: PERSONAL_DATA_RULE } });
  });
});
