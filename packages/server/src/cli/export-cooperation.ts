import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { InputProblems } from '@kreisweit/domain';
import {
  type CooperationKind,
  cooperationKinds,
  exportCooperation,
  openStore,
  type Store,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { cooperationFormats } from '../cooperation-files/cooperation-formats.ts';
import { type FileForm, fileForms } from '../cooperation-files/read-records.ts';
import { writeRecords } from '../cooperation-files/write-records.ts';
import { counted } from '../count.ts';
import { currentFolder } from '../current-folder.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told beside the kind. */
export type ExportOptions = CommandOptions & {
  readonly district: string;
  readonly format?: string;
  readonly out?: string;
};

/** `kreisweit export`: all records of one kind of a district, to a file or to standard output. */
export async function exportCooperationFile(
  { environment, progress }: CommandRun,
  kindName: string,
  { district, format, out, json = false }: ExportOptions,
): Promise<CommandResult | null> {
  const kind = cooperationKinds.find((known) => known === kindName);
  if (kind === undefined) {
    throw new CommandError(`there is no kind "${kindName}": write one of ${cooperationKinds.join(', ')}`);
  }
  const form = formOf(format, out);
  if (out === undefined && form === 'xlsx') {
    throw new CommandError('an Excel workbook is a file: name it, for example --out actors.xlsx');
  }
  if (out === undefined && json && form !== 'json') {
    throw new CommandError(
      `two formats at once: write --json, or --format ${form}, or name a file with --out`,
    );
  }
  const path = out === undefined ? null : resolve(currentFolder(), out);
  if (path !== null && existsSync(path)) {
    throw new CommandError(`there is something already at ${path}: move it away, or name another place`);
  }
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    progress.step(`reading ${kind}`);
    const { bytes, records } = await exported(store, { kind, district, form });
    if (path !== null) {
      await writeWhole(path, bytes);
      return {
        data: { kind, district, file: path, format: form, records },
        text: `${counted(records, 'record')} of ${kind} written to ${path}\n`,
      };
    }
    progress.clear();
    process.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    return null;
  } finally {
    await store.close();
  }
}

function formOf(format: string | undefined, out: string | undefined): FileForm {
  const form = fileForms.find((known) => known === format);
  if (format !== undefined && form === undefined) {
    throw new CommandError(`"${format}" is no format: write ${fileForms.join(', ')}`);
  }
  if (out === undefined) return form ?? 'json';
  const ending = extname(out).slice(1).toLowerCase();
  const named = fileForms.find((known) => known === ending);
  // By its ending the import knows what a file holds, and so do other programs.
  if (named === undefined || (form !== undefined && form !== named)) {
    const endings = (form === undefined ? fileForms : [form]).map((known) => `.${known}`).join(', ');
    throw new CommandError(`a file is named by what it holds: let the name "${out}" end with ${endings}`);
  }
  return named;
}

async function exported<Kind extends CooperationKind>(
  store: Store,
  { kind, district, form }: { readonly kind: Kind; readonly district: string; readonly form: FileForm },
): Promise<{ readonly bytes: Uint8Array; readonly records: number }> {
  const records = await exportCooperation(store.db, { kind, district }).catch((error: unknown) => {
    // Nothing was to be stored: what is wrong with the key is all that there is to say.
    if (!(error instanceof InputProblems)) throw error;
    throw new CommandError(error.problems.map(({ message }) => message).join('\n'));
  });
  const bytes = await writeRecords(cooperationFormats[kind], records, form);
  return { bytes, records: records.length };
}

/** A file that is there when all of it is. It may hold what is internal: only its owner may read it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
