import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const clientSchema = z.object({
  clientId: z.string(),
  publicClient: z.boolean().default(false),
  standardFlowEnabled: z.boolean().default(false),
  redirectUris: z.array(z.string()).default([]),
  webOrigins: z.array(z.string()).default([]),
  attributes: z.record(z.string(), z.string()).default({}),
});

const realmSchema = z.object({
  realm: z.string(),
  accessTokenLifespan: z.number(),
  ssoSessionIdleTimeout: z.number(),
  ssoSessionMaxLifespan: z.number(),
  failureFactor: z.number(),
  waitIncrementSeconds: z.number(),
  supportedLocales: z.array(z.string()),
  defaultLocale: z.string(),
  clients: z.array(clientSchema),
});

const personSchema = z.object({
  id: z.uuid(),
  username: z.string(),
  enabled: z.boolean(),
  email: z.string(),
  emailVerified: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  attributes: z.object({ locale: z.array(z.string()) }),
  realmRoles: z.array(z.string()),
  credentials: z.array(z.object({ type: z.literal('password'), value: z.string() })),
});

const demoSchema = z.object({
  components: z.object({
    'org.keycloak.keys.KeyProvider': z
      .array(z.object({ config: z.object({ privateKey: z.array(z.string()).min(1) }) }))
      .min(1),
  }),
  organizations: z.array(
    z.object({
      id: z.uuid(),
      alias: z.string(),
      name: z.string(),
      members: z.array(z.object({ username: z.string() })),
    }),
  ),
  users: z.array(personSchema),
});

/** One account of the realm file, in Keycloak's own shape. */
export type Person = z.infer<typeof personSchema>;

/** The merged realm of a running provider, with the origin filled in. */
export type Realm = z.infer<typeof realmSchema> &
  z.infer<typeof demoSchema> & {
    readonly origin: string;
    /** `ORIGIN/realms/NAME`, as Keycloak builds it. */
    readonly issuer: string;
    /** PKCS8 PEM of the pinned signing key. */
    readonly signingKey: string;
  };

/** Where the two realm files lie and which origin takes the place of `${ENLACE_ORIGIN}`. */
export interface RealmFiles {
  readonly realmFile: string;
  readonly demoFile: string;
  readonly origin: string;
}

/** Reads and merges the two realm files; a file of another shape is refused with the faulty paths. */
export async function loadRealm(files: RealmFiles): Promise<Realm> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse((await readFile(file, 'utf8')).replaceAll('${ENLACE_ORIGIN}', files.origin));
  const realm = realmSchema.parse(await read(files.realmFile));
  const demo = demoSchema.parse(await read(files.demoFile));
  const signingKey = demo.components['org.keycloak.keys.KeyProvider'][0]?.config.privateKey[0];
  if (!signingKey) throw new Error(`${files.demoFile} pins no signing key.`);
  const issuer = `${files.origin}/realms/${realm.realm}`;
  return { ...realm, ...demo, origin: files.origin, issuer, signingKey };
}
