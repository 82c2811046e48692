import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { plainEnvironment, whyNoJava } from './keycloak.mjs';
import { demoRealm } from './keycloak-realm.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs a command as an operator would, without installing; resolves with what it said. */
async function enlace(args, more = {}) {
  const child = spawn(process.execPath, [join(root, 'tools', 'main.mjs'), ...args], {
    env: { ...process.env, ENLACE_INSTALLED: '1', ...more },
  });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (said += part));
  const [code] = await once(child, 'exit');
  return { code, said };
}

const kept = { ...process.env };
afterEach(() => {
  process.env = { ...kept };
});

describe('npm run keycloak', () => {
  it('says in one sentence that Java is missing', async () => {
    process.env.JAVA_HOME = '/nowhere';
    expect(whyNoJava()).toMatch(/^There is no Java here\. Keycloak needs Java 17 or newer: .*\.$/);
    const { code, said } = await enlace(['keycloak', '--port', '18099'], { JAVA_HOME: '/nowhere' });
    expect([code, said]).toEqual([1, `${whyNoJava()}\n`]);
  });

  it('says in one sentence that its port is taken, or is none', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String(other.address().port);
    const { code, said } = await enlace(['keycloak', '--port', port]);
    other.close();
    expect([code, said]).toEqual([
      1,
      `Port ${port} is taken: stop what uses it, or choose another with --port.\n`,
    ]);
    expect((await enlace(['keycloak', '--port', 'x'])).said).toMatch(/^--port must be a number/);
    expect((await enlace(['keycloak', '--origin', 'x'])).said).toMatch(/^--origin must be an/);
  });

  it('keeps settings of another Keycloak out', () => {
    process.env.KC_DB = 'postgres';
    expect(Object.keys(plainEnvironment()).filter((name) => name.startsWith('KC_'))).toEqual([]);
  });
});

describe('npm start', () => {
  it('knows two kinds of identity', async () => {
    expect((await enlace(['start', '--identity', 'x'])).said).toMatch(/^--identity must be dev/);
  });
});

describe('the realm to import', () => {
  const duty = (realm) =>
    realm.authenticationFlows
      .flatMap(({ authenticationExecutions: executions }) => executions)
      .find(({ flowAlias }) => flowAlias === 'enlace duty').requirement;

  it('is both files, with every place filled in', () => {
    const realm = demoRealm(root, 'http://localhost:1', false);
    expect(JSON.stringify(realm)).not.toContain('${');
    expect(realm.clients.find(({ clientId }) => clientId === 'enlace-web').redirectUris).toEqual([
      'http://localhost:1/*',
    ]);
    const names = realm.users.map(({ username }) => username);
    const members = realm.organizations.flatMap((one) => one.members.map((m) => m.username));
    expect(members.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('asks for one-time passwords where it is told to', () => {
    expect(duty(demoRealm(root, 'http://localhost:1', false))).toBe('DISABLED');
    expect(duty(demoRealm(root, 'http://localhost:1', true))).toBe('CONDITIONAL');
  });
});
