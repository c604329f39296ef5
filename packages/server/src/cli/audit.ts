import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type AuditFilter,
  type AuditFormat,
  type AuditRow,
  auditFormats,
  auditTrail,
  everyEntry,
  exportAuditTrail,
  openStore,
  type Store,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { count, counted } from '../count.ts';
import { currentFolder } from '../current-folder.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told. */
export type AuditOptions = CommandOptions & {
  readonly district?: string;
  readonly from?: string;
  readonly until?: string;
  readonly what?: string;
  readonly subject?: string;
  readonly format?: string;
  readonly out?: string;
};

/** How many entries are shown to people; a file holds all of them. */
const SHOWN = 100;

/** `kreisweit audit`: who changed what, newest first: the last ones as text, or all of them as CSV or JSON lines. */
export async function audit(run: CommandRun, options: AuditOptions): Promise<CommandResult | null> {
  const format = formatOf(options);
  const filter: AuditFilter = {
    district: options.district ?? everyEntry.district,
    from: options.from ?? everyEntry.from,
    until: options.until ?? everyEntry.until,
    what: options.what ?? everyEntry.what,
    subject: options.subject ?? everyEntry.subject,
  };
  run.progress.step('opening the database');
  const store = await openStore(databaseTargets(run.environment.database).read);
  try {
    if (format === null) return await shown(store, filter);
    if (options.out === undefined) return await printed(run, store, { filter, format });
    return await written(run, store, { filter, format, out: resolve(currentFolder(), options.out) });
  } finally {
    await store.close();
  }
}

/** Null for text. */
function formatOf({ format = 'text', out, json = false }: AuditOptions): AuditFormat | null {
  const known = auditFormats.find((one) => one === format);
  if (known === undefined && format !== 'text') {
    throw new CommandError(`"${format}" is no format: write ${['text', ...auditFormats].join(', ')}`);
  }
  if (known === undefined && out !== undefined) {
    throw new CommandError('a file is CSV or JSON lines: write --format csv or --format jsonl with --out');
  }
  if (known !== undefined && json && out === undefined) {
    throw new CommandError(
      `two formats at once: write --json, or --format ${known}, or name a file with --out`,
    );
  }
  return known ?? null;
}

type Export = { readonly filter: AuditFilter; readonly format: AuditFormat };

async function shown({ db }: Store, filter: AuditFilter): Promise<CommandResult> {
  const query = { ...filter, districts: null, first: SHOWN, after: null };
  const { rows, total, hasNext } = await auditTrail(db, query);
  const entries = rows.map(({ key, ...entry }) => entry);
  const more = hasNext
    ? `... and ${count(total - entries.length)} older: --format csv writes all of them\n`
    : '';
  const none = total === 0 ? 'There is no such entry.\n' : '';
  return { data: { total, entries }, text: `${none}${rows.map(entryText).join('')}${more}` };
}

function entryText(entry: AuditRow): string {
  const { at, what, subject, name, identity, role, districts, before, after, dataVersion, requestId } = entry;
  const where = [
    ...(districts.length === 0 ? [] : [`districts ${districts.join(', ')}`]),
    ...(dataVersion === null ? [] : [`data version ${dataVersion}`]),
    ...(requestId === null ? [] : [`request ${requestId}`]),
  ];
  const lines = [
    `${at}  ${what} ${subject.kind}/${subject.key}`,
    `by ${name === identity ? name : `${name} (${identity})`} as ${role}${where.length === 0 ? '' : `; ${where.join('; ')}`}`,
    ...(before === null ? [] : [`before ${JSON.stringify(before)}`]),
    ...(after === null ? [] : [`after ${JSON.stringify(after)}`]),
  ];
  return `${lines.map(printable).join('\n  ')}\n`;
}

/** What a name holds must not move the cursor of a terminal, or look like a line of its own. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD');
}

/** To standard output, no faster than it is read. */
async function printed({ progress }: CommandRun, store: Store, { filter, format }: Export): Promise<null> {
  progress.clear();
  for await (const line of exportAuditTrail(store, { ...filter, districts: null }, { format })) {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  }
  return null;
}

/** To a file that is there when all of it is, and that never takes the place of another. Only its owner may read it. */
async function written(
  { progress, signal }: CommandRun,
  store: Store,
  { filter, format, out }: Export & { readonly out: string },
): Promise<CommandResult> {
  if (existsSync(out)) {
    throw new CommandError(`there is something already at ${out}: move it away, or name another place`);
  }
  progress.step('writing the audit trail');
  const unfinished = `${out}.part`;
  let lines = 0;
  const counting = async function* () {
    for await (const line of exportAuditTrail(store, { ...filter, districts: null }, { format })) {
      lines += 1;
      yield line;
    }
  };
  try {
    await pipeline(Readable.from(counting()), createWriteStream(unfinished, { mode: 0o600 }), { signal });
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const entries = format === 'csv' ? lines - 1 : lines;
  return {
    data: { file: out, format, entries },
    text: `${counted(entries, 'entry', 'entries')} written to ${out}\n`,
  };
}
