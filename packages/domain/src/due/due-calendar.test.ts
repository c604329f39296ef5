import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentLine, textValue } from './content-line.ts';
import { dueCalendar } from './due-calendar.ts';
import type { DueEntry } from './due-entry.ts';
import { dueEvents } from './due-event.ts';
import type { DueNames } from './due-names.ts';
import { anyEntry } from './testing/any-due.ts';
import { type Component, readCalendar, readText } from './testing/read-calendar.ts';

const NOW = '2026-03-01T08:00:00.123Z';
const position: DueEntry = {
  kind: 'POSITION',
  district: '12064',
  asked: 'TAKE',
  subject: { kind: 'decision', key: '12064/common-concept/1' },
  key: 'common-concept',
  title: {
    de: 'Stellungnahme zum gemeinsamen Integrations- und Teilhabekonzept; für Städte, Ämter und Gemeinden größer 500 Einwohner',
    en: 'Position on the common concept',
  },
  day: '2026-12-31',
  territory: '12064130',
  actor: 'town-hall',
  overdue: false,
};

const encode = (text: string) => new TextEncoder().encode(text);
const names: DueNames = {
  territories: new Map([
    ['12064', 'Landkreis Aue'],
    ['12064130', 'Birke'],
    ['12064140', 'Ahorn'],
  ]),
  actors: new Map([['town-hall', 'Rathaus']]),
};
const read = (entries: readonly DueEntry[], language?: 'de' | 'en') =>
  readCalendar(encode(dueCalendar(entries, NOW, { names, language: language ?? 'de' })));
const valuesOf = (component: Component | undefined, name: string) =>
  component?.properties.filter((property) => property.name === name).map(({ value }) => value);

test('writes one all-day event an entry', () => {
  expect(dueCalendar([position], NOW, { names }).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Kreisweit//Due//DE
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    BEGIN:VEVENT
    UID:position:common-concept:12064130:town-hall@kreisweit
    DTSTAMP:20260301T080000Z
    DTSTART;VALUE=DATE:20261231
    DTEND;VALUE=DATE:20270101
    SUMMARY:Rathaus: Stellungnahme zum gemeinsamen Integrations- und Teilhabeko
     nzept\\; für Städte\\, Ämter und Gemeinden größer 500 Einwohner
    DESCRIPTION:Stellungnahme: Stellung nehmen\\nWo: Birke
    CATEGORIES:Stellungnahme
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    "
  `);
  expect(dueCalendar([position], NOW, { names })).not.toMatch(/[^\r]\n/);
});

test('is a calendar with a component also where nothing is due', () => {
  const { components } = read([]);
  expect(components.map(({ name }) => name)).toEqual(['VTIMEZONE']);
});

test('has the name that it is given, for programs of today and of before', () => {
  const { properties } = readCalendar(encode(dueCalendar([], NOW, { names, name: 'Aue; was ansteht' })));
  expect(properties.slice(-2).map(({ name, value }) => `${name} ${readText(value)}`)).toEqual([
    'NAME Aue; was ansteht',
    'X-WR-CALNAME Aue; was ansteht',
  ]);
});

test('speaks English too', () => {
  const [event] = read([position], 'en').components;
  expect(valuesOf(event, 'SUMMARY')).toEqual(['Rathaus: Position on the common concept']);
  expect(valuesOf(event, 'CATEGORIES')).toEqual(['Position']);
});

test('keeps the UID whatever the moment, the day, the title and the language', () => {
  const later = { ...position, day: '2027-01-31', title: { de: 'Neu', en: 'New' }, overdue: true };
  const again = readCalendar(encode(dueCalendar([later], '2027-01-01T00:00:00Z', { names, language: 'en' })));
  expect(valuesOf(again.components[0], 'UID')).toEqual(valuesOf(read([position]).components[0], 'UID'));
  expect(valuesOf(again.components[0], 'UID')).toEqual([
    'position:common-concept:12064130:town-hall@kreisweit',
  ]);
});

test('refuses what is no moment and no day', () => {
  for (const now of [
    '2026-03-01',
    '2026-03-01T08:00:00+01:00',
    '2026-03-01T25:00:00Z',
    '2026-02-30T08:00:00Z',
    '',
  ]) {
    expect(() => dueCalendar([], now, { names })).toThrow(
      `'${now}' is no moment in UTC: write it as 2026-03-01T08:00:00Z`,
    );
  }
  expect(() => dueCalendar([{ ...position, day: '2026-02-30' }], NOW, { names })).toThrow(RangeError);
});

test('whatever is due, a strict reader reads it back', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
      const { name, properties, components } = read(entries);
      expect(name).toBe('VCALENDAR');
      expect(properties).toEqual([
        { name: 'VERSION', value: '2.0' },
        { name: 'PRODID', value: '-//Kreisweit//Due//DE' },
        { name: 'CALSCALE', value: 'GREGORIAN' },
        { name: 'METHOD', value: 'PUBLISH' },
      ]);
      const events = components.filter((component) => component.name === 'VEVENT');
      const listed = dueEvents(entries, names, 'de');
      expect(events).toHaveLength(listed.length);
      expect(new Set(events.flatMap((event) => valuesOf(event, 'UID'))).size).toBe(listed.length);
      for (const [index, { summary, description, day }] of listed.entries()) {
        const event = events[index];
        for (const once of ['UID', 'DTSTAMP', 'SUMMARY', 'DESCRIPTION'])
          expect(valuesOf(event, once)).toHaveLength(1);
        expect(valuesOf(event, 'DTSTAMP')).toEqual(['20260301T080000Z']);
        expect(valuesOf(event, 'DTSTART;VALUE=DATE')).toEqual([day.replaceAll('-', '')]);
        expect(valuesOf(event, 'SUMMARY')?.map(readText)).toEqual([shown(summary)]);
        expect(valuesOf(event, 'DESCRIPTION')?.map(readText)).toEqual([shown(description)]);
      }
    }),
  );
});

/** What a text is once a calendar has carried it: without control characters other than the tab and the end of a line. */
function shown(text: string): string {
  return [...text.toWellFormed().replace(/\r\n?/g, '\n')]
    .map((character) => (/[\t\n]|\P{Cc}/u.test(character) ? character : ' '))
    .join('');
}

test('folds so that unfolding gives the line back, and no earlier than it must', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const value = textValue(text);
      const lines = contentLine('SUMMARY', value).split('\r\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(
        `SUMMARY:${value}`,
      );
      for (const [index, line] of lines.entries()) {
        expect(encode(line).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        const next = [...(lines[index + 1] ?? '').slice(1)][0];
        if (next !== undefined) expect(encode(line + next).length).toBeGreaterThan(75);
      }
    }),
  );
});

test.each(['ä', '€', '😀', ';', '\n', 'x'])('a fold anywhere about %j keeps it whole', (character) => {
  for (let before = 50; before < 80; before += 1) {
    const text = `${'a'.repeat(before)}${character.repeat(60)}`;
    const folded = encode(`BEGIN:VEVENT\r\n${contentLine('SUMMARY', textValue(text))}END:VEVENT\r\n`);
    expect(valuesOf(readCalendar(folded), 'SUMMARY')?.map(readText)).toEqual([text]);
  }
});

test('the strict reader refuses what is no calendar', () => {
  const bad = [
    'BEGIN:VEVENT\nEND:VEVENT\n',
    'BEGIN:VEVENT\r\nEND:VEVENT',
    `BEGIN:VEVENT\r\nSUMMARY:${'a'.repeat(68)}\r\nEND:VEVENT\r\n`,
    'BEGIN:VEVENT\r\nSUMMARY\r\nEND:VEVENT\r\n',
    'BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VEVENT\r\n',
    'BEGIN:VEVENT\r\nEND:VEVENT\r\nVERSION:2.0\r\n',
  ];
  for (const text of bad) expect(() => readCalendar(encode(text))).toThrow();
  const [lead, tail] = ['BEGIN:VEVENT\r\nSUMMARY:', '\r\nEND:VEVENT\r\n'].map(encode);
  const [first = 0, second = 0] = encode('ä');
  const split = new Uint8Array([...(lead ?? []), first, 13, 10, 32, second, ...(tail ?? [])]);
  expect(() => readCalendar(split)).toThrow(TypeError);
  for (const value of ['a;b', 'a,b', 'a\\b', '\\']) expect(() => readText(value)).toThrow();
});
