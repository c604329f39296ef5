import { contentLine, textValue } from './content-line.ts';
import { addDays, isDay } from './day.ts';
import { type DueEntry, dueId, dueKindTitles } from './due-entry.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/;

/**
 * What is due as an iCalendar text (RFC 5545) that calendars subscribe to: METHOD PUBLISH, one all-day event an entry that blocks no time, with a UID that stays the
 * same from one call to the next. Of entries with the same identity the last stands. `now` is the moment of the call, ISO in UTC
 * (`2026-03-01T08:00:00Z`). An empty list is a calendar too: as one without any component is not allowed, it holds the time zone UTC. `name` is what
 * programs call the calendar, as RFC 7986 says it and as they knew it before.
 *
 * Throws a RangeError for a `now` or a day that is none.
 */
export function dueCalendar(
  entries: readonly DueEntry[],
  now: string,
  language: 'de' | 'en' = 'de',
  name: string | null = null,
): string {
  const stamp = momentOf(now);
  const events = new Map(entries.map((entry) => [dueId(entry), entry]));
  const lines = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//Kreisweit//Due//${language.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ...(name === null ? [] : namesOf(name)),
    ...(events.size === 0 ? TIME_ZONE : []),
    ...[...events.values()].flatMap((entry) => eventOf(entry, stamp, language)),
    ['END', 'VCALENDAR'],
  ] as const;
  return lines.map(([property, value]) => contentLine(property, value)).join('');
}

function namesOf(name: string): readonly Line[] {
  return [
    ['NAME', textValue(name)],
    ['X-WR-CALNAME', textValue(name)],
  ];
}

type Line = readonly [name: string, value: string];

const TIME_ZONE: readonly Line[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'Etc/UTC'],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19700101T000000'],
  ['TZOFFSETFROM', '+0000'],
  ['TZOFFSETTO', '+0000'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
];

function eventOf(entry: DueEntry, stamp: string, language: 'de' | 'en'): readonly Line[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(`${dueId(entry)}@kreisweit`)],
    ['DTSTAMP', stamp],
    ['DTSTART;VALUE=DATE', dateOf(entry.day)],
    // The end of an event is the first day after it.
    ['DTEND;VALUE=DATE', dateOf(addDays(entry.day, 1))],
    ['SUMMARY', textValue(entry.title[language])],
    ['CATEGORIES', textValue(dueKindTitles[entry.kind][language])],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}

function dateOf(day: string): string {
  return day.replaceAll('-', '');
}

/** `20260301T080000Z` */
function momentOf(now: string): string {
  const [, day, time] = MOMENT.exec(now) ?? [];
  if (day === undefined || time === undefined || !isDay(day) || Number.isNaN(Date.parse(now))) {
    throw new RangeError(`'${now}' is no moment in UTC: write it as 2026-03-01T08:00:00Z`);
  }
  return `${dateOf(day)}T${time.replaceAll(':', '')}Z`;
}
