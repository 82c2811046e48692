import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { declared, isPermissive, licenceList, licencesOf, shippedSbom } from './sbom.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

describe('the bill of materials', () => {
  let sbom;
  beforeAll(() => {
    sbom = shippedSbom(root);
  }, 60_000);

  it('names everything that the API and the web ask for, with where it comes from', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.any(String) });
    const names = sbom.components.map(({ name }) => name);
    const wanted = [...declared(root).values()].flat();
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    // What those need in turn, and nothing that only tests need.
    expect(names).toEqual(expect.arrayContaining(['pg-types', 'rxjs', 'zrender']));
    for (const name of ['jest', 'eslint', 'oidc-provider', 'smtp-server', 'playwright-core']) {
      expect(names).not.toContain(name);
    }
    expect(sbom.components.filter(({ purl }) => !purl)).toEqual([]);
  });

  it('holds permissive licences alone', () => {
    const refused = licencesOf(sbom).filter((one) => !isPermissive(one));
    expect(refused).toEqual([]);
    expect(licenceList(licencesOf(sbom))).toMatch(/^## MIT\n\n- /m);
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND Apache-2.0)', true],
    ['GPL-3.0-only', false],
    ['(MIT AND GPL-2.0-only)', false],
    ['AGPL-3.0-or-later', false],
    ['CC-BY-3.0', false],
    ['SEE LICENSE IN LICENSE', false],
    ['(MIT OR (ISC AND GPL-2.0-only))', false],
    ['', false],
  ])('%s is permissive: %s', (licence, expected) => {
    expect(isPermissive({ name: 'some', licence })).toBe(expected);
  });

  it('of a font or of data is let through for that package alone', () => {
    expect(isPermissive({ name: 'date-holidays', licence: '(ISC AND CC-BY-3.0)' })).toBe(true);
    expect(isPermissive({ name: 'other', licence: '(ISC AND CC-BY-3.0)' })).toBe(false);
  });
});
