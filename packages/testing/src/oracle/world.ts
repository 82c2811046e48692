import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../paths.js';

const organization = z.object({
  id: z.uuid(),
  alias: z.string(),
  kind: z.string(),
  state: z.string().nullable(),
  /** Fora that it observes as an organization. */
  observerOf: z.array(z.string()).default([]),
});
const member = z.object({
  state: z.string().nullish(),
  organization: z.string().nullish(),
  role: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  suspendedFrom: z.string().nullish(),
});
const forum = z.object({ id: z.uuid(), alias: z.string(), members: z.array(member) });
const group = z.object({
  id: z.uuid(),
  alias: z.string(),
  owner: z.string(),
  members: z.array(z.string()),
});

/** An organization as the seeds tell it. */
export type WorldOrganization = z.infer<typeof organization>;

/**
 * The facts that decide who sees what, read from the seed files themselves: the oracle shares no code
 * with repository and policies, so that it can disagree with them.
 */
export interface World {
  readonly organizations: readonly WorldOrganization[];
  readonly forums: readonly z.infer<typeof forum>[];
  readonly groups: readonly z.infer<typeof group>[];
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(join(ROOT, 'seeds', path), 'utf8')));
}

/** Reads the seed files. */
export async function readWorld(): Promise<World> {
  const organizations = z.object({ organizations: z.array(organization) });
  const reference = await read('reference/organizations.json', organizations);
  const demo = await read('demo/organizations.json', organizations);
  const { forums } = await read('reference/forums.json', z.object({ forums: z.array(forum) }));
  const { groups } = await read('demo/sharing-groups.json', z.object({ groups: z.array(group) }));
  return {
    organizations: [...reference.organizations, ...demo.organizations],
    forums,
    groups,
  };
}
