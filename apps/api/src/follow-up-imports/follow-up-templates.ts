import { Injectable } from '@nestjs/common';
import type { FollowUpSheet } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { ownForum } from './read-file.js';
import { templateCsv, templateXlsx, type NamedOrganization } from './template-files.js';

/** Those who may commit themselves to the forum today. */
const ORGANIZATIONS = `select o.alias, o.names ->> $2 as name from organization o
  where o.kind = 'agency' or (o.kind = 'state' and exists (select 1 from forum_member m
    where m.forum_id = $1 and m.state_id = o.state_id and m.role in ('member', 'associate')
      and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
      and coalesce(m.valid_to, 'infinity') > enlace_now()::date))
  order by o.kind desc, o.alias`;

/** Empty files to be filled in, in the reader's language. */
@Injectable()
export class FollowUpTemplates {
  constructor(private readonly database: Database) {}

  /** The workbook with its explanations. */
  async xlsx(actor: ActingActor, alias: string): Promise<Buffer> {
    const organizations = await this.database.read(actor, async (tx) => {
      const forumId = await ownForum(tx, actor, alias);
      return tx.rows<NamedOrganization>(ORGANIZATIONS, [forumId, actor.language]);
    });
    return templateXlsx(actor.language, organizations);
  }

  /** One sheet's headings. */
  csv(actor: ActingActor, alias: string, sheet: FollowUpSheet): Promise<string> {
    return this.database.read(actor, async (tx) => {
      await ownForum(tx, actor, alias);
      return templateCsv(sheet, actor.language);
    });
  }
}
