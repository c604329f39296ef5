import { contentLine, textValue } from './content-line.ts';
import { addDays, isDay } from './day.ts';
import type { DueEntry } from './due-entry.ts';
import { type DueEvent, dueEvents } from './due-event.ts';
import type { DueNames } from './due-names.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/;

/** How a calendar is called and what it says of keys. `language` is German where none is given; without a `name` programs find one of their own. */
export type CalendarWords = {
  readonly names: DueNames;
  readonly language?: 'de' | 'en';
  readonly name?: string;
};

/**
 * What is due as an iCalendar text (RFC 5545) that calendars subscribe to: METHOD PUBLISH, one all-day event for each of `dueEvents` that blocks no time, with a UID
 * that stays the same from one call to the next. `now` is the moment of the call, ISO in UTC (`2026-03-01T08:00:00Z`). An empty list is a calendar too: as
 * one without any component is not allowed, it holds the time zone UTC. The name of the calendar stands there as RFC 7986 says it and as programs
 * knew it before.
 *
 * Throws a RangeError for a `now` or a day that is none.
 */
export function dueCalendar(
  entries: readonly DueEntry[],
  now: string,
  { names, language = 'de', name }: CalendarWords,
): string {
  const stamp = momentOf(now);
  const events = dueEvents(entries, names, language);
  const lines = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//Kreisweit//Due//${language.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ...(name === undefined ? [] : namesOf(name)),
    ...(events.length === 0 ? TIME_ZONE : []),
    ...events.flatMap((event) => eventOf(event, stamp)),
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

function eventOf({ id, day, summary, description, category }: DueEvent, stamp: string): readonly Line[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(`${id}@kreisweit`)],
    ['DTSTAMP', stamp],
    ['DTSTART;VALUE=DATE', dateOf(day)],
    // The end of an event is the first day after it.
    ['DTEND;VALUE=DATE', dateOf(addDays(day, 1))],
    ['SUMMARY', textValue(summary)],
    ['DESCRIPTION', textValue(description)],
    ['CATEGORIES', textValue(category)],
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
