/** Days and hours in time zones, by Intl alone: the oracle shares nothing with the product. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', hourCycle: 'h23' },
    });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar day and the hour of an instant in a zone. */
export function localOf(at: number, zone: string): { readonly day: string; readonly hour: number } {
  const [day = '', hour = ''] = formatOf(zone).format(at).split(' ');
  return { day, hour: Number(hour) };
}

const DAY = 86_400_000;

/** The day `count` days on. */
export const shifted = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

/** Whether people work on the day. */
export const works = (day: string, daysOff: ReadonlySet<string>): boolean =>
  ![0, 6].includes(new Date(day).getUTCDay()) && !daysOff.has(day);
