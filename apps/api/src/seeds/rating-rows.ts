import { randomUUID } from 'node:crypto';
import type { RatingSeed } from '@enlace/contract/seeds';
import { addDays, addWorkingDays, RATING_GRADES, type CalendarDate } from '@enlace/domain';
import type { Placing } from './commitment-rows.js';
import type { SampleEvent } from './commitment-events.js';
import type { CommitmentSheets } from './commitment-sheets.js';
import { lookUp } from './insert-rows.js';
import { atNoon, writerOf, type SampleCommitment, type Writer } from './sample-commitments.js';

/** Working days in which the State may reply. */
const REPLY_DAYS = 20;

/** Days of one rating. */
interface RatingDays {
  readonly sentOn: CalendarDate | null;
  readonly replyUntil: CalendarDate | null;
  readonly repliedOn: CalendarDate | null;
  readonly publishedOn: CalendarDate | null;
}

function daysOf(
  rating: RatingSeed,
  { today }: SampleCommitment,
  { below, holidays }: { readonly below: boolean; readonly holidays: ReadonlySet<CalendarDate> },
): RatingDays {
  if (rating.sentDays === null) {
    return { sentOn: null, replyUntil: null, repliedOn: null, publishedOn: null };
  }
  const sentOn = addDays(today, rating.sentDays);
  const replyUntil = below ? addWorkingDays(sentOn, REPLY_DAYS, holidays) : null;
  const replied = rating.repliedAfterDays;
  const repliedOn = replied === null ? null : addDays(sentOn, replied);
  const waited = replyUntil === null ? sentOn : (repliedOn ?? addDays(replyUntil, 1));
  return {
    sentOn,
    replyUntil,
    repliedOn,
    publishedOn: rating.state === 'right-of-reply' ? null : waited,
  };
}

function writerFor(
  rating: RatingSeed,
  { seed, actor }: SampleCommitment,
  placing: Placing,
): Writer {
  if (rating.by === 'actor') return actor;
  if (rating.by === 'secretariat') return placing.secretariat;
  return writerOf(placing.demo, {
    id: placing.organization(seed.civilSociety),
    alias: seed.civilSociety,
  });
}

/** The ratings of a commitment, each voice by itself; returns their events. */
export function addRatings(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  placing: Placing,
  holidays: ReadonlySet<CalendarDate>,
): SampleEvent[] {
  const { seed, actor } = sample;
  if (seed.ratings === null) return [];
  const { commitments, 'commitment-texts': texts } = placing.demo;
  const set = lookUp(
    new Map(Object.entries(commitments.ratingSets)),
    seed.ratings,
    'set of ratings',
  );
  const own = set.find(({ by, state }) => by === 'actor' && state === 'published')?.grade;
  return set.flatMap((rating) => {
    const below =
      rating.by !== 'actor' &&
      own !== undefined &&
      RATING_GRADES.indexOf(rating.grade) < RATING_GRADES.indexOf(own);
    const days = daysOf(rating, sample, { below, holidays });
    const { organizationId, personId, language } = writerFor(rating, sample, placing);
    const voice = rating.by === 'actor' ? 'state' : rating.by;
    const id = randomUUID();
    const at = (day: CalendarDate | null): string | null => (day === null ? null : atNoon(day));
    const replied = days.repliedOn !== null;
    sheets.add('rating', {
      ...{
        id,
        commitment_id: seed.id,
        organization_id: organizationId,
        voice,
        grade: rating.grade,
      },
      ...{ state: rating.state, language, revision: 1 },
      body: `${texts.ratings[rating.by][rating.grade][language]} ${commitments.notice[language]}`,
      ...{ created_at: at(days.sentOn ?? addDays(sample.today, -2)), created_by: personId },
      ...{ sent_at: at(days.sentOn), reply_until: days.replyUntil },
      reply: replied
        ? `${texts.reply[actor.language]} ${commitments.notice[actor.language]}`
        : null,
      reply_language: replied ? actor.language : null,
      ...{ replied_at: at(days.repliedOn), published_at: at(days.publishedOn) },
    });
    return eventsOf(days, {
      rating: id,
      voice,
      organization: organizationId,
      by: actor.organizationId,
    });
  });
}

function eventsOf(
  days: RatingDays,
  given: {
    readonly rating: string;
    readonly voice: string;
    readonly organization: string;
    readonly by: string;
  },
): SampleEvent[] {
  const { rating, voice, organization, by } = given;
  const events: SampleEvent[] = [];
  if (days.publishedOn !== null) {
    const facts = { rating, voice };
    events.push({
      kind: 'rating-published',
      at: atNoon(days.publishedOn),
      organizationId: organization,
      facts,
    });
  }
  if (days.repliedOn !== null) {
    const facts = { rating, voice, organization };
    events.push({ kind: 'rating-replied', at: atNoon(days.repliedOn), organizationId: by, facts });
  }
  return events;
}
