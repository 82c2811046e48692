import type { Language, ReminderRole } from '@enlace/domain';
import type { Letter } from '../mail/index.js';
import type { ClaimedMail, DigestLine, PracticeDigestLine } from './digest.js';
import { DIGEST_TEXTS, type DigestGroup, type DigestTexts } from './digest-texts.js';

const GROUPS: readonly DigestGroup[] = ['own', 'state', 'forum'];
const GROUP_OF: Readonly<Record<ReminderRole, DigestGroup>> = {
  ...{ owner: 'own', coordinator: 'state', secretariat: 'forum', presidency: 'forum' },
};
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** A line in words. */
interface Told {
  readonly title: string;
  readonly facts: readonly string[];
  readonly address: string;
  /** What the link to it says. */
  readonly open: string;
}

/** In words; the day before the month in English too, as everywhere in the portal. */
const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** Where what a line asks for is done: reviews and drafts have screens of their own. */
const placeOf = ({ kind, practiceId, recordId }: PracticeDigestLine): string => {
  if (kind === 'review-asked' || kind === 'review-due') return `/practices/reviews/${recordId}`;
  return `/practices/${practiceId}${kind === 'returned' ? '/edit' : ''}`;
};

function toldOfPractice(
  line: PracticeDigestLine,
  language: Language,
  texts: DigestTexts,
  origin: string,
): Told {
  const { kind, title, dueOn } = line;
  return {
    title: title ?? texts.practices.confidential,
    facts: [
      texts.practices.kinds[kind],
      ...(dueOn === null ? [] : [texts.practices.until(longDate(dueOn, language))]),
    ],
    address: `${origin}${placeOf(line)}`,
    open: texts.practices.open,
  };
}

function told(line: DigestLine, language: Language, texts: DigestTexts, origin: string): Told {
  const words = longDate(line.dueOn, language);
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    line.days,
    'day',
  );
  const separator = language === 'fr' ? ' : ' : ': ';
  return {
    title: line.title ?? texts.confidential,
    facts: [
      line.days < 0 ? texts.overdue(words, distance) : texts.due(words, distance),
      ...(line.final ? [texts.final] : []),
      ...(line.requested ? [texts.requested] : []),
      `${texts.responsible}${separator}${line.owner}`,
      `${texts.forum}${separator}${line.forum}`,
    ],
    address: `${origin}/commitments/${line.commitmentId}?due=${line.dueOn}`,
    open: texts.open,
  };
}

type Sections = readonly { readonly heading: string; readonly lines: readonly Told[] }[];

const asText = (sections: Sections, footer: string): string =>
  [
    ...sections.map(({ heading, lines }) =>
      [
        heading.toUpperCase(),
        ...lines.map(({ title, facts, address }) =>
          [title, ...facts, address]
            .map((row, index) => (index === 0 ? row : `  ${row}`))
            .join('\n'),
        ),
      ].join('\n\n'),
    ),
    `-- \n${footer}`,
  ].join('\n\n');

const asHtml = (sections: Sections, language: Language, texts: DigestTexts): string => {
  const items = sections.map(({ heading, lines }) => {
    const list = lines.map(
      ({ title, facts, address, open }) =>
        `<li style="margin:0 0 16px"><strong>${escaped(title)}</strong><br>${facts.map(escaped).join('<br>')}<br><a href="${escaped(address)}">${escaped(open)}</a></li>`,
    );
    return `<h2 style="font-size:18px">${escaped(heading)}</h2><ul style="padding-left:20px">${list.join('')}</ul>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Enlace</title></head><body style="font:16px/1.5 sans-serif;max-width:40em">${items.join('')}<p style="font-size:14px">${escaped(texts.footer)}</p></body></html>`;
};

/** The digest as its reader gets it: plain text and simple HTML that say the same. */
export function digestLetter(mail: ClaimedMail, origin: string): Letter {
  const { language, lines, practices, address: to, messageId } = mail;
  const texts = DIGEST_TEXTS[language];
  const owed = GROUPS.map((group) => ({
    heading: texts.groups[group],
    lines: lines
      .filter(({ role }) => GROUP_OF[role] === group)
      .map((line) => told(line, language, texts, origin)),
  }));
  const exchange = {
    heading: texts.practices.heading,
    lines: practices.map((line) => toldOfPractice(line, language, texts, origin)),
  };
  const sections = [...owed, exchange].filter((section) => section.lines.length > 0);
  return {
    ...{ to, messageId, language },
    subject:
      lines.length === 0
        ? texts.practices.subject(practices.length)
        : texts.subject(lines.length, lines.filter(({ days }) => days < 0).length),
    text: asText(sections, texts.footer),
    html: asHtml(sections, language, texts),
  };
}
