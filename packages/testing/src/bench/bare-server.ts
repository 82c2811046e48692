/**
 * What the product is measured against: `node:http` and `pg`, each answer made by PostgreSQL as the text
 * that is sent; no token, no row security, no limit, no log. Started by the bench with the address of
 * the database; told of its statements by messages, each under a path of its own.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';

/** A statement whose only row has the answer as `body`. */
export interface BareStatement {
  readonly path: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const statements = new Map<string, BareStatement>();
const pool = new Pool({ connectionString: process.argv[2], max: 16 });

const server = createServer((request, response) => {
  const statement = statements.get(request.url ?? '');
  if (!statement) {
    response.writeHead(404).end();
    return;
  }
  const { path, text, values } = statement;
  pool.query<{ body: string }>({ name: path, text, values: [...values] }).then(
    ({ rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.body);
    },
    (error: unknown) => {
      response.writeHead(500).end(String(error));
    },
  );
});

process.on('message', (statement: BareStatement) => {
  statements.set(statement.path, statement);
  process.send?.(statement.path);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
