import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FUNCTIONS, LANGUAGES, ORGANIZATION_KINDS } from '@enlace/domain';
import { names } from '@enlace/contract';
import { Database } from '../database/index.js';
import { notBelieved } from './not-believed.js';
import type { SignIn } from './sign-in.js';

const actorContext = z.object({
  organization: z.object({
    id: z.uuid(),
    alias: z.string(),
    kind: z.enum(ORGANIZATION_KINDS),
    names,
    acronym: z.string().nullable(),
    stateId: z.int().nullable(),
    stateCode: z.string().nullable(),
    timeZone: z.string(),
  }),
  functions: z.array(z.enum(FUNCTIONS)),
  seatPoints: z.array(z.uuid()).nullable(),
  readers: z.array(z.int()),
});

const answer = z.object({
  person: z.object({ id: z.uuid(), username: z.string(), language: z.enum(LANGUAGES) }),
  firewall: z.array(z.string()),
  contexts: z.array(actorContext),
});

/** One organization a person may act for now, with the functions that count. */
export type ActorContext = z.infer<typeof actorContext>;
/** A person as the database knows them now. */
export type KnownPerson = z.infer<typeof answer>;

/** Looks up, in each request anew, in what capacities a signed-in person may act. */
@Injectable()
export class ActorContexts {
  constructor(private readonly database: Database) {}

  /**
   * The person with every open membership that the token names; null for somebody unknown, 401 once
   * the session has ended.
   */
  async of(
    signIn: Pick<SignIn, 'personId' | 'organizations' | 'roles'> &
      Partial<Pick<SignIn, 'sessionId'>>,
  ): Promise<KnownPerson | null> {
    const [row] = await this.database.query<{ found: unknown; hasEnded: boolean }>(
      `select actor_contexts($1::uuid, $2::uuid[]) as found, session_has_ended($3) as "hasEnded"`,
      [signIn.personId, signIn.organizations, signIn.sessionId ?? ''],
    );
    if (row?.hasEnded) throw notBelieved(new Error('The session has ended.'));
    const known = answer.nullable().parse(row?.found ?? null);
    if (!known || known.contexts.length === 0) return null;
    const contexts = known.contexts.map((context) => ({
      ...context,
      // A function counts only where the token and an open membership or seat both name it.
      functions: context.functions.filter((held) => signIn.roles.includes(held)),
    }));
    return { ...known, contexts };
  }
}
