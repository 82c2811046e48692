import { ACTOR } from './statements.js';

/** Own organization, an organization of kind `state` of the actor's State, or the secretariat that recorded it. */
export const OWN_COMMITMENT = (commitment: string): string =>
  `(${commitment}.organization_id = ${ACTOR.organization} or ${commitment}.state_id = ${ACTOR.ownState}
    or ${commitment}.secretariat_id = ${ACTOR.organization})`;

/** Whether the actor is a party to the commitment that a row hangs on. */
export const PARTY_TO = `exists (select 1 from commitment c where c.id = commitment_id and ${OWN_COMMITMENT('c')})`;

/**
 * Makes the commitment point at its audience. Its parties (actor, own State, secretariat, partners)
 * are always reached; its classification says who else: the forum's States and secretariat, the
 * community, everyone.
 */
export const COMMITMENT_AUDIENCE = `
  create function refresh_commitment_audience(given uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told commitment%rowtype;
    tokens int[];
    audience_key text;
    found_id int;
  begin
    select * into told from commitment c where c.id = given for update;
    if not found or (current_setting('app.organization', true) <> ''
      and not (told.secretariat_id = ${ACTOR.organization} or told.organization_id = ${ACTOR.organization}
               or told.state_id = ${ACTOR.ownState}))
    then raise exception 'not a party to the commitment' using errcode = '42501'; end if;
    select array_agg(distinct r.reader order by r.reader) into tokens from (
      select reader from share_readers('organizations', '{}', array[told.organization_id, told.secretariat_id]
        || array(select p.organization_id from commitment_partner p where p.commitment_id = given),
        null, null, null, '{}', 1::smallint)
      union all select reader from share_readers('own-state', array[told.state_id], '{}', null, null, null, '{}', 1::smallint)
        where told.state_id is not null
      union all select reader from share_readers('forum', '{}', '{}', null, null, told.forum_id,
        array['member', 'associate', 'secretariat'], 1::smallint) where told.classification <> 'confidential'
      union all select reader from share_readers('community', '{}', '{}', null, null, null, '{}', 0::smallint)
        where told.classification in ('community', 'public')
      union all select reader from share_readers('public', '{}', '{}', null, null, null, '{}', 0::smallint)
        where told.classification = 'public') r;
    audience_key := 'tokens:' || array_to_string(tokens, ',');
    insert into audience (key) values (audience_key) on conflict (key) do nothing;
    select id into found_id from audience where key = audience_key;
    -- Records other than arrival reports are shared whole.
    insert into audience_reader (audience_id, reader, detail)
    select found_id, t, 1 from unnest(tokens) t on conflict do nothing;
    update commitment set audience_id = found_id where id = given;
    return found_id;
  end $$`;

/** Whether the actor sees the commitment that a row hangs on. */
export const VISIBLE_COMMITMENT = 'commitment_id in (select c.id from commitment c)';

/** Columns of a row that holds a text in one language: its original or a translation. */
export const TEXT_ROW = `
  language text not null check (language in ('es', 'en', 'pt', 'fr')),
  status text not null check (status in ('original', 'human', 'machine'))`;
