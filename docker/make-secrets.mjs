import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `node docker/make-secrets.mjs [FOLDER]`: passwords and keys of compose.yaml; refuses where some are. */
const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'secrets');
const secret = () => randomBytes(32).toString('hex');

const passwords = {
  postgres_password: secret(),
  enlace_owner_password: secret(),
  enlace_app_password: secret(),
  enlace_auditor_password: secret(),
  keycloak_password: secret(),
};
const address = (role) =>
  `postgres://${role}:${passwords[`${role}_password`]}@postgres:5432/enlace`;
const secrets = {
  ...passwords,
  keycloak_admin_password: secret(),
  audit_key: secret(),
  metrics_token: secret(),
  database_url: address('enlace_app'),
  database_owner_url: address('enlace_owner'),
};

mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const [name, value] of Object.entries(secrets)) {
  // Compose hands files on as they are, and the images' accounts must read them: the folder is what is closed.
  writeFileSync(join(folder, name), value, { flag: 'wx', mode: 0o644 });
}
console.log(
  `${Object.keys(secrets).length} secrets in ${folder}: keep a copy where nobody else reads it.`,
);
