import { readFile } from 'node:fs/promises';
import {
  type DeliveredObservation,
  InputProblems,
  isPeriod,
  LARGEST_VALUE,
  type Problem,
  parseTableKey,
} from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { findInputs } from '../input/find-inputs.ts';
import { type OpenedInput, openInput } from '../input/open-input.ts';
import { fuzzedPlugins } from './fuzzed-plugins.ts';

/** What became of a file: how many plug-ins took it in, and what should not have happened. */
export type CaseVerdict = {
  readonly accepted: number;
  readonly observations: number;
  readonly failures: readonly string[];
};

type Say = (failure: string) => void;

/** A message that nobody reads to its end, and that no terminal should be told. */
const LONGEST_MESSAGE = 10_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/**
 * Reads a file with all plug-ins that say that they take it, and with the one that it was made for. Whatever the file holds, it is
 * read soundly or refused with problems that a person understands.
 */
export async function readingFailures(path: string, plugin: string): Promise<CaseVerdict> {
  const failures: string[] = [];
  const asked = new Set([plugin]);
  const size = cellsIn(await readFile(path));
  try {
    const { inputs, misfits, problems, message } = await findInputs(fuzzedPlugins, path);
    if (message.trim() === '') failures.push('findInputs: an empty message');
    for (const said of [message, ...misfits])
      checkText(said, (failure) => failures.push(`findInputs: ${failure}`));
    for (const found of inputs) asked.add(found.plugin);
    if (problems !== null)
      checkProblems(problems, path, size, (failure) => failures.push(`findInputs: ${failure}`));
  } catch (error) {
    checkError(error, path, size, (failure) => failures.push(`findInputs: ${failure}`));
  }
  let accepted = 0;
  let observations = 0;
  for (const one of fuzzedPlugins) {
    if (!asked.has(one.id)) continue;
    const read = await readBy(one, path, size, (failure) => failures.push(`${one.id}: ${failure}`));
    if (read === null) continue;
    accepted += 1;
    observations += read;
  }
  return { accepted, observations, failures };
}

/** The number of observations; null when the file was refused. */
async function readBy(
  plugin: IndicatorPlugin,
  path: string,
  size: FileSize,
  say: Say,
): Promise<number | null> {
  let count = 0;
  try {
    const opened = await openInput(plugin, path);
    checkSayings(opened, say);
    const places = new Set<string>();
    try {
      for await (const batch of opened.batches()) {
        for (const observation of batch) {
          count += 1;
          places.add(`${observation.line}:${observation.column}`);
          checkObservation(observation, plugin, opened.level, say);
        }
      }
    } finally {
      if (places.size > size.cells) say(`${places.size} places were read of a file of ${size.cells} cells`);
    }
    const { values, delivered, skipped } = opened.account();
    const left = skipped.reduce((sum, one) => sum + one.values, 0);
    if (values !== delivered + left) say(`the account holds ${values} values, but ${delivered} and ${left}`);
    if (delivered !== count) say(`the account delivers ${delivered} values, but ${count} came`);
    for (const { message } of opened.findings()) checkText(message, say);
    return count;
  } catch (error) {
    checkError(error, path, size, say);
    return null;
  }
}

function checkObservation(
  { measure, territory, period, cell, name = '', line }: DeliveredObservation,
  { measures }: IndicatorPlugin,
  level: OpenedInput['level'],
  say: Say,
): void {
  const { value, status } = cell;
  if (!Object.hasOwn(measures, measure)) say(`'${measure}' is no measure`);
  if (!isPeriod(period)) say(`'${period}' is no period`);
  if (parseTableKey(territory, level) === null) say(`'${territory}' is no key`);
  if (name.includes('\u0000')) say('a name holds NUL, which no database stores');
  if (line === undefined || line < 1) say('an observation has no line');
  if (value === null) {
    if (status === 'NORMAL') say('a value is missing without a reason');
  } else if (!Number.isFinite(value) || Math.abs(value) > LARGEST_VALUE || Object.is(value, -0)) {
    say(`${value} is no sound value`);
  }
}

/** What is stored of the file itself. */
function checkSayings(opened: OpenedInput, say: Say): void {
  const { title, institute, licence, retrieved, notes, boundaryNotes, table } = opened;
  for (const text of [title, institute, licence, table, ...notes]) {
    if (text.includes('\u0000')) say('a text of the file holds NUL, which no database stores');
  }
  if (retrieved !== null && !isMoment(retrieved)) say(`'${retrieved}' is no moment`);
  for (const { boundary } of boundaryNotes) {
    if ('date' in boundary && !isMoment(`${boundary.date}T00:00:00`)) say(`${boundary.date} is no date`);
  }
}

/** `2015-12-31` or `2015-12-31T10:20:30`, a day of the calendar. */
function isMoment(text: string): boolean {
  const day = /^(?!0000)(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1];
  const moment = new Date(text);
  if (day === undefined || Number.isNaN(moment.getTime())) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function checkError(error: unknown, path: string, size: FileSize, say: Say): void {
  if (error instanceof InputProblems) checkProblems(error, path, size, say);
  else say(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function checkProblems({ message, problems }: InputProblems, path: string, size: FileSize, say: Say): void {
  if (problems.length === 0) say(`refused without a problem: ${message}`);
  for (const problem of problems) checkProblem(problem, path, size, say);
}

function checkProblem(
  { message, file, line, column, field }: Problem,
  path: string,
  size: FileSize,
  say: Say,
): void {
  if (message.trim() === '') say('a problem has no message');
  checkText(message, say);
  if (typeof column === 'string') checkText(column, say);
  if (field !== undefined) checkText(field, say);
  if (file !== path && !file?.startsWith(`${path} [`)) say(`a problem names the file '${file}': ${message}`);
  if (column !== undefined && line === undefined && field === undefined)
    say(`a problem has no line: ${message}`);
  if (line !== undefined && !(Number.isInteger(line) && line >= 1 && line <= size.lines)) {
    say(`a problem is in line ${line} of ${size.lines}: ${message}`);
  }
}

function checkText(text: string, say: Say): void {
  if (text.length > LONGEST_MESSAGE) say(`a message has ${text.length} letters: ${text.slice(0, 200)}`);
  if (CONTROLS.test(text)) say(`a message holds control characters: ${JSON.stringify(text.slice(0, 200))}`);
}

type FileSize = { readonly cells: number; readonly lines: number };

/** More than a sheet can have, whose rows are packed. */
const OF_A_WORKBOOK: FileSize = { cells: 200_000 * 50, lines: 1_048_576 };
const SEPARATORS = new Set([...',;\t\n\r'].map((character) => character.charCodeAt(0)));

/** How many cells a file can have at most, whatever separates them. */
function cellsIn(bytes: Uint8Array): FileSize {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return OF_A_WORKBOOK;
  let cells = 1;
  let lines = 1;
  for (const byte of bytes) {
    if (SEPARATORS.has(byte)) cells += 1;
    if (byte === 10) lines += 1;
  }
  // The cells of a dataset are counted like lines.
  return { cells, lines: bytes.includes(0x7b) ? cells : lines };
}
