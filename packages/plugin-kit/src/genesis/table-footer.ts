import type { BoundaryNote } from '@kreisweit/domain';
import { csvRecords } from '../file/csv-line.ts';
import { momentOf } from '../input/moment-of.ts';
import { boundaryNotes, mentionsBoundaries } from './boundary-notes.ts';
import { stateNumbers } from './state-numbers.ts';

/**
 * What stands below the rows of a table. `retrieved` is the local time of `Stand:` (`2017-10-10T11:01:03`). `notes`
 * are all notes as text; `boundaryNotes` those that declare boundaries, `unreadBoundaryNotes` those that speak of
 * boundaries in a way that is not understood.
 */
export type TableFooter = {
  readonly institute: string | null;
  readonly licence: string | null;
  readonly retrieved: string | null;
  readonly notes: readonly string[];
  readonly boundaryNotes: readonly BoundaryNote[];
  readonly unreadBoundaryNotes: readonly string[];
};

const STATES = Object.keys(stateNumbers).join('|');
const NOTE_STARTS = new RegExp(
  `^(?:(?:alle Länder|Deutschland\\w*|(?:${STATES})(?:, (?:${STATES}))*)(?: \\(|:)|\\d{4}: |\\d\\) |zu )`,
);
const HEADING = /^zu\s+(?:Spalte\s+)?"(.*)":?$/;
/** No note is longer; looking at one anew with each of its lines would take minutes where it never ends. */
const LONGEST_PARAGRAPH = 20_000;
/** A footer of a real table declares some dozens. */
const MOST_BOUNDARIES = 20_000;
const WHOLE_TABLE = /^gesamter? Tabelle$/;

/**
 * Reads the lines below `__________`, or says (as text) what is wrong with them. A footer without copyright and
 * without `Stand` was cut off: notes about boundaries may be lost, so it is refused.
 */
export function tableFooter(lines: readonly string[]): TableFooter | string {
  const records = csvRecords(lines.join('\n'));
  if (typeof records === 'string') return `the footer is no CSV (cut off?): ${records}`;
  const texts = records.map((record) => record.join(';').trim()).filter((text) => text !== '');
  const copyright = texts.find((text) => text.includes('©'));
  const stand = texts.map(standOf).find((found) => found !== null) ?? null;
  if (copyright === undefined && stand === null) {
    return "the footer ends without copyright ('©') and 'Stand: ...': the file is cut off; download it again";
  }
  const notes = texts.filter((text) => text !== copyright && standOf(text) === null).flatMap(notesIn);
  const lastYear = stand === null ? null : Number(stand.slice(0, 4));
  const aboutBoundaries: { readonly text: string; readonly read: readonly BoundaryNote[] | null }[] = [];
  let declared = 0;
  for (const { heading, text } of notes.filter((note) => mentionsBoundaries(note.text))) {
    const read = heading === null ? boundaryNotes(text, lastYear) : null;
    declared += read?.length ?? 0;
    if (declared > MOST_BOUNDARIES) return `the footer declares more than ${MOST_BOUNDARIES} boundaries`;
    aboutBoundaries.push({ text: shown(heading, text), read });
  }
  return {
    institute: instituteOf(copyright ?? ''),
    licence: licenceOf(copyright ?? ''),
    retrieved: stand,
    notes: notes.map(({ heading, text }) => shown(heading, text)),
    boundaryNotes: aboutBoundaries.flatMap(({ read }) => read ?? []),
    unreadBoundaryNotes: aboutBoundaries.filter(({ read }) => read === null).map(({ text }) => text),
  };
}

function standOf(text: string): string | null {
  const [, day, month, year, time] =
    /^Stand:\s*(\d{2})\.(\d{2})\.(\d{4})\s*\/\s*(\d{2}:\d{2}:\d{2})$/.exec(text) ?? [];
  return day === undefined ? null : momentOf(`${year}-${month}-${day}T${time}`);
}

function instituteOf(copyright: string): string | null {
  const text = copyright.replace(/\s+/g, ' ');
  return /© ?([^©]+?),(?: Deutschland,)? ?\d{4}/.exec(text)?.[1] ?? null;
}

function licenceOf(copyright: string): string | null {
  const text = copyright.replace(/\s+/g, ' ');
  const version = /Datenlizenz Deutschland ?- Namensnennung ?- Version (\d)\.(\d)/.exec(text);
  return version === null ? null : `dl-de/by-${version[1]}-${version[2]}`;
}

type Note = { readonly heading: string | null; readonly text: string };

/** Cuts a text into its notes. `heading` names the column that a note is about, null the whole table. */
function notesIn(text: string): readonly Note[] {
  let heading: string | null = null;
  const notes: Note[] = [];
  for (const paragraph of paragraphsOf(text)) {
    const about = HEADING.exec(paragraph)?.[1];
    if (about === undefined) notes.push({ heading, text: paragraph });
    else heading = WHOLE_TABLE.test(about) ? null : about;
  }
  return notes;
}

function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.split('\n').map((part) => part.trim())) {
    const last = paragraphs.at(-1);
    const isEnded = !open || last === undefined || last.length > LONGEST_PARAGRAPH;
    const startsAnew = isEnded || HEADING.test(last) || NOTE_STARTS.test(line);
    if (line !== '' && startsAnew) paragraphs.push(line);
    else if (line !== '' && last !== undefined) paragraphs[paragraphs.length - 1] = joined(last, line);
    open = line !== '';
  }
  return paragraphs;
}

/** Undoes the hyphenation at the end of a line (`Ge-` + `bietsstand`). */
function joined(text: string, line: string): string {
  const hyphenated = /[a-zäöüß]-$/.test(text) && /^[a-zäöüß]/.test(line) && !/^(?:und|oder|bzw)\b/.test(line);
  return hyphenated ? text.slice(0, -1) + line : `${text} ${line}`;
}

function shown(heading: string | null, text: string): string {
  return heading === null ? text : `${heading}: ${text}`;
}
