import { describe, expect, it } from '@jest/globals';
import { evidenceRequest } from './progress.js';

const link = (url: string): unknown => ({ kind: 'link', title: 'Evidence', url });

describe('a link that is evidence', () => {
  it('leads to a page of the web', () => {
    expect(evidenceRequest.safeParse(link('https://example.org/a?b=c')).success).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
  ])('and never to %s', (url) => {
    expect(evidenceRequest.safeParse(link(url)).success).toBe(false);
  });
});
