import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import { FUNCTIONS, mayDo, type Permission } from '@enlace/domain';
import { ActorContexts, type ActingActor } from '../access/index.js';
import { AppModule } from '../app.module.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** What a command cannot do as it was typed; told in one line. */
export class CommandRefusal extends Error {}

/** For whom a command acts. */
export interface CommandActor {
  readonly as: string;
  readonly for: string;
}

/**
 * The person as an actor. There is no token: whoever runs the command holds the application's own
 * key to the database, which no sign-in could add to, so a function held in an open membership or
 * seat counts by itself and no code is asked for; its request id says what it was.
 */
export async function commandActor(
  app: INestApplicationContext,
  { as, for: alias }: CommandActor,
  permission: Permission,
): Promise<ActingActor> {
  const [found] = await app
    .get(Database)
    .query<{ person: string | null; organization: string | null }>(
      `select person_named($1) as person, (select id from organization where alias = $2) as organization`,
      [as, alias],
    );
  const person =
    found?.person && found.organization
      ? await app.get(ActorContexts, { strict: false }).of({
          personId: found.person,
          roles: FUNCTIONS,
          organizations: [found.organization],
        })
      : null;
  const [context] = person?.contexts ?? [];
  if (!person || !context) throw new CommandRefusal(`${as} may not act for ${alias}.`);
  const actor: ActingActor = {
    ...{ personId: person.person.id, organization: context.organization },
    ...{ functions: context.functions, readers: context.readers },
    ...{ firewall: person.firewall, seatPoints: context.seatPoints },
    ...{ language: person.person.language, requestId: `command-${randomUUID()}` },
  };
  const { kind } = context.organization;
  if (mayDo({ kind, functions: actor.functions }, permission)) {
    return actor;
  }
  throw new CommandRefusal(`${as} has no ${permission} for ${alias}.`);
}

const told = (problem: Problem): string => {
  const faults = problem.options.errors?.map(({ pointer, rule }) => ` ${pointer} ${rule}`) ?? [];
  return `Refused: ${problem.code}${faults.join('')}`;
};

/** Runs a command inside the application, without its server, and tells refusals in one line. */
export async function inApplication(
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    AppModule,
    Object.assign(new NestApplicationContextOptions(), { logger: ['error'], abortOnError: false }),
  );
  try {
    await work(app);
  } catch (error) {
    if (error instanceof CommandRefusal) console.error(error.message);
    else if (error instanceof Problem) console.error(told(error));
    else throw error;
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}
