import { basename, resolve } from 'node:path';
import { actingOperator, InputProblems, type Problem } from '@kreisweit/domain';
import {
  type CooperationFile,
  type CooperationImport,
  type CooperationKind,
  ImportProblems,
  importCooperation,
  type RecordChange,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import type { CooperationRecords, FilePlace } from '../cooperation-files/cooperation-file.ts';
import { cooperationFormats } from '../cooperation-files/cooperation-formats.ts';
import { readRecords } from '../cooperation-files/read-records.ts';
import { count, counted } from '../count.ts';
import { currentFolder } from '../current-folder.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { prepareStore } from '../serve/prepare-store.ts';
import { checksumOf } from './checksum-of.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { whyNoFile } from './why-no-file.ts';

/** What the command is told beside kind and files. */
export type ImportCooperationOptions = CommandOptions & { readonly dryRun?: boolean };

/** A file that was read, and where its records stand in it. */
type ReadFile = { readonly file: CooperationFile; readonly placeOf: CooperationRecords<unknown>['placeOf'] };

/**
 * `kreisweit import actors` and the like: files of records of the cooperation, all of them or none. All are read before the database is opened, and what is wrong
 * in any of them is told at once.
 */
export async function importCooperationFiles(
  { environment, log, progress, signal }: CommandRun,
  kind: CooperationKind,
  files: readonly string[],
  { dryRun = false }: ImportCooperationOptions = {},
): Promise<CommandResult> {
  const paths = files.map((file) => resolve(currentFolder(), file));
  const missing = paths.flatMap(whyNoFile);
  if (missing.length > 0) throw new CommandError(missing.join('\n'));
  progress.step(`reading ${paths.map((path) => basename(path)).join(', ')}`);
  const read = await readAll(kind, paths);
  signal.throwIfAborted();

  progress.step('opening the database');
  const store = await openKreisweit(environment, log, { triesOnly: dryRun });
  try {
    // Concepts name recommendations, which every store has that was served.
    if (!dryRun) await prepareStore(store, { demo: false });
    progress.step(dryRun ? 'trying' : 'storing');
    const imported = await importCooperation(
      store,
      actingOperator,
      read.map(({ file }) => file),
      { dryRun },
    ).catch(inFiles(read));
    const told = imported.map((each, index) => ({
      ...each,
      changes: each.changes.map((change) => placed(change, read[index])),
    }));
    return {
      data: { dryRun, imported: told },
      text: told
        .map((each) => importedText(each, dryRun) + (dryRun ? changesText(each.changes) : ''))
        .join(''),
    };
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

async function readAll(kind: CooperationKind, paths: readonly string[]): Promise<readonly ReadFile[]> {
  const problems: Problem[] = [];
  const read: ReadFile[] = [];
  for (const path of paths) {
    try {
      read.push(await readOne(kind, path));
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      problems.push(...error.problems);
    }
  }
  const names = paths.map((path) => basename(path));
  if (problems.length > 0) throw refused(names, problems);
  return read;
}

async function readOne<Kind extends CooperationKind>(kind: Kind, path: string): Promise<ReadFile> {
  const { records, leftOut, placeOf } = await readRecords(cooperationFormats[kind], path);
  const file = { kind, file: basename(path), checksum: await checksumOf(path), records, leftOut };
  // The records are those of the kind: of a type that depends on another the compiler does not see it.
  return { file: file as unknown as CooperationFile, placeOf };
}

/** What the store found wrong, told by the places of the file. */
function inFiles(read: readonly ReadFile[]): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ImportProblems)) throw error;
    const { file, placeOf } = read[error.fileNumber] ?? {};
    const problems = error.problems.map(({ field = '', ...problem }): Problem => {
      const [, record, inside = ''] = /^\w+\.(\d+)\.?(.*)$/.exec(field) ?? [];
      if (record === undefined || placeOf === undefined) return { ...problem, field, file: file?.file };
      return { ...problem, ...placeOf(Number(record), inside) };
    });
    throw refused([file?.file ?? ''], problems);
  };
}

function refused(files: readonly string[], problems: readonly Problem[]): InputProblems {
  const what = `${files.join(', ')} ${files.length === 1 ? 'is' : 'are'} refused`;
  return new InputProblems(what, problems.map(printable));
}

/** The most records that are told one by one; JSON has all of them. */
const SHOWN = 50;
const SHORT = 60;

/** The records that would be changed, each with its place, its key and its fields: as they are and as they would be. */
function changesText(changes: readonly PlacedChange[]): string {
  const changed = changes.filter(({ change }) => change === 'changed');
  const lines = changed
    .slice(0, SHOWN)
    .flatMap(({ line, field, key, fields }) => [
      `  ${line === undefined ? field : `line ${line}`}: ${key}`,
      ...fields.map((each) => `    ${each.field}: ${shortened(each.before)} -> ${shortened(each.after)}`),
    ]);
  const more = changed.length - SHOWN;
  if (more > 0) lines.push(`  ... and ${count(more)} more: --json tells all of them`);
  return lines.map((line) => `${withoutControls(line)}\n`).join('');
}

function shortened(value: unknown): string {
  if (value === null || value === undefined) return '(nothing)';
  const text = JSON.stringify(value);
  return text.length <= SHORT ? text : `${text.slice(0, SHORT - 3).toWellFormed()}...`;
}

function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

/** What a cell holds must not move the cursor of a terminal, or look like a line of its own. */
function printable({ message, column, field, ...problem }: Problem): Problem {
  return {
    ...problem,
    ...(field === undefined ? {} : { field: withoutControls(field) }),
    ...(column === undefined
      ? {}
      : { column: typeof column === 'string' ? withoutControls(column) : column }),
    message: withoutControls(message),
  };
}

/** What became of a record, told by its place in the file. */
type PlacedChange = FilePlace & Omit<RecordChange, 'record'>;

function placed({ record, ...change }: RecordChange, read: ReadFile | undefined): PlacedChange {
  return { ...read?.placeOf(record, ''), ...change };
}

function importedText(
  { kind, file, records, added, changed }: Omit<CooperationImport, 'changes'>,
  dryRun: boolean,
): string {
  const all = `${counted(records, 'record')} of ${kind}`;
  if (added + changed === 0) return `${file}: nothing changed, ${all} are so already\n`;
  const would = dryRun ? 'would be ' : '';
  const facts = [
    `${count(added)} ${would}added`,
    `${count(changed)} ${would}changed`,
    `${count(records - added - changed)} so already`,
  ];
  return `${file}: ${all}: ${facts.join(', ')}\n`;
}
