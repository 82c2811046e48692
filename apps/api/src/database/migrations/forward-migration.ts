import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that is never undone in place: history is never lost, so a fault is mended by the next one. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a copy instead.'));
  }
}
