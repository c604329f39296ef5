import type { BoundaryNote } from '@kreisweit/domain';
import { momentOf } from '../input/moment-of.ts';
import { stateNumbers } from './state-numbers.ts';

type Years = { readonly from: string | null; readonly until: string | null };

/** No table holds more years; `0000-9999` would make a note for each. */
const MOST_YEARS = 200;

const STATES = Object.keys(stateNumbers).join('|');
const SUBJECT = new RegExp(
  `^(alle Länder|(?:${STATES})(?:(?:, | und )(?:${STATES}))*)(?:\\s*\\(([^)]*)\\))?:\\s*(.*)$`,
);
const STATEMENT =
  /^(.*?)(?:bezogen auf den )?Gebietsstand (?:(\d{2})\.(\d{2})\.(?:(\d{4})| des Folgejahres)|des Folgejahres)\.?$/;

/** Whether a note speaks of the boundaries of its values. */
export function mentionsBoundaries(note: string): boolean {
  return /Gebietsst(?:and|ands|ande|ände|änden)(?![a-zäöüß])/.test(note);
}

/**
 * The boundaries that a note of a footer declares, such as `Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres`
 * or `Sachsen-Anhalt (2013): Gebietsstand 01.01.2014`. Null when it does not say so in a form that is known: a guess
 * would put values into the wrong district.
 *
 * `lastYear` (the year in which the table was retrieved) ends open spans of days that move with the year.
 */
export function boundaryNotes(note: string, lastYear: number | null): readonly BoundaryNote[] | null {
  const [, subject, span, rest] = SUBJECT.exec(note) ?? [];
  if (subject === undefined || rest === undefined) return null;
  const states =
    subject === 'alle Länder' ? [null] : [...new Set(subject.split(/, | und /).map(stateNumber))];
  const found: BoundaryNote[] = [];
  for (const clause of rest.split(';').filter(mentionsBoundaries)) {
    const statement = STATEMENT.exec(clause.trim());
    if (statement === null) return null;
    const before = (statement[1] ?? '').replace(/Auswertungsstand [^,]{0,200},\s*/, '').trim();
    if (span !== undefined && before !== '') return null;
    const spans = yearsOf(span ?? before);
    if (spans === null) return null;
    for (const years of spans) {
      for (const state of states) {
        const notes = statedFor(state, years, statement, lastYear);
        if (notes === null) return null;
        found.push(...notes);
      }
    }
  }
  return found;
}

function stateNumber(name: string): string | null {
  return stateNumbers[name] ?? null;
}

function statedFor(
  state: string | null,
  years: Years,
  [, , day, month, year]: readonly (string | undefined)[],
  lastYear: number | null,
): readonly BoundaryNote[] | null {
  if (day === undefined || month === undefined) return [{ state, ...years, boundary: { yearsLater: 1 } }];
  if (momentOf(`${year ?? '2004'}-${month}-${day}`) === null) return null;
  if (year !== undefined) return [{ state, ...years, boundary: { date: `${year}-${month}-${day}` } }];
  // A day of the following year is another date every year: one note for each.
  const until = years.until === null ? lastYear : Number(years.until);
  if (years.from === null || until === null) return null;
  const count = until - Number(years.from) + 1;
  if (count > MOST_YEARS) return null;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const of = Number(years.from) + index;
    return { state, from: String(of), until: String(of), boundary: { date: `${of + 1}-${month}-${day}` } };
  });
}

/** Reads `ab 2011`, `bis 2010`, `Berichtsjahr 2008-2010`, `2008 bis 2014`, `2013`, `30.6.2008`, `1995, 1996`. */
function yearsOf(span: string): readonly Years[] | null {
  const text = span
    .replace(/\b(?:Berichtsjahre?|Jahre?|dem|den|von)\b/g, '')
    .replace(/\b\d{1,2}\.\d{1,2}\.(?=\d{4})/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return [{ from: null, until: null }];
  const from = /^(?:ab|seit) (\d{4})$/.exec(text)?.[1];
  if (from !== undefined) return [{ from, until: null }];
  const until = /^bis (\d{4})$/.exec(text)?.[1];
  if (until !== undefined) return [{ from: null, until }];
  const range = /^(\d{4}) ?(?:-|–|bis) ?(\d{4})$/.exec(text);
  if (range?.[1] !== undefined && range[2] !== undefined) return [{ from: range[1], until: range[2] }];
  if (!/^\d{4}(?:(?:, | und )\d{4})*$/.test(text)) return null;
  return [...new Set(text.split(/, | und /))].map((year) => ({ from: year, until: year }));
}
