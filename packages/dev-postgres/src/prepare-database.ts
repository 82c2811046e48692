import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Name of the database and the passwords of the three roles that sign in. */
export interface DatabasePlan {
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly auditorPassword: string;
}

/** Connection addresses of one prepared database. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly auditor: string;
}

const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent'];
const PLAIN = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/** Opens a connection, hands it to `use` and closes it whatever happens. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The same server and credentials, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function asRole(url: string, database: string, role: string, password: string): string {
  const address = new URL(inDatabase(url, database));
  address.username = role;
  address.password = password;
  return address.href;
}

async function makeRole(client: Client, role: string, password?: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await client.query(`create role ${escapeIdentifier(role)} nologin`);
  const login = password === undefined ? 'nologin' : `login password ${escapeLiteral(password)}`;
  await client.query(`alter role ${escapeIdentifier(role)} ${PLAIN} ${login}`);
}

async function makeRoles(client: Client, plan: DatabasePlan): Promise<void> {
  await makeRole(client, 'enlace_owner', plan.ownerPassword);
  await makeRole(client, 'enlace_app', plan.appPassword);
  await makeRole(client, 'enlace_auditor', plan.auditorPassword);
  await makeRole(client, 'enlace_definer');
  // The owner may hand functions over to the definer, but does not gain what the definer may.
  await client.query('grant enlace_definer to enlace_owner with inherit false, set true');
}

/** Lets only the three roles connect; grants on a database are not copied from its template. */
export async function restrictConnections(client: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to enlace_app, enlace_auditor`);
}

/**
 * Makes the roles, the database (owned by `enlace_owner`) and its extensions. May run at every start:
 * it sets the passwords anew and leaves the rest as it is.
 */
export async function prepareDatabase(
  superuserUrl: string,
  plan: DatabasePlan,
): Promise<DatabaseUrls> {
  await withClient(superuserUrl, async (client) => {
    await makeRoles(client, plan);
    const found = await client.query('select 1 from pg_database where datname = $1', [
      plan.database,
    ]);
    if (found.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(plan.database)} owner enlace_owner`);
    }
    await restrictConnections(client, plan.database);
  });
  await withClient(inDatabase(superuserUrl, plan.database), async (client) => {
    for (const extension of EXTENSIONS) {
      await client.query(`create extension if not exists ${escapeIdentifier(extension)}`);
    }
  });
  return databaseUrls(superuserUrl, plan);
}

/** Connection addresses of the roles in `plan.database`, without touching the server. */
export function databaseUrls(superuserUrl: string, plan: DatabasePlan): DatabaseUrls {
  return {
    owner: asRole(superuserUrl, plan.database, 'enlace_owner', plan.ownerPassword),
    app: asRole(superuserUrl, plan.database, 'enlace_app', plan.appPassword),
    auditor: asRole(superuserUrl, plan.database, 'enlace_auditor', plan.auditorPassword),
  };
}
