import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type LockHolder, stateOf, thisProcess } from './lock-holder.ts';

/** Another process has the embedded database open. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly folder: string;
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`;
    super(
      `The folder ${folder} is in use by process ${holder.pid}${elsewhere} (${holder.command}, since ${holder.since}). ` +
        'Stop that process first, or choose another folder with KREISWEIT_DATA.',
    );
    this.folder = folder;
    this.holder = holder;
  }
}

/** How often a holder shows that it lives, and how long one on another machine may be silent. */
const patience = { beatMs: 2_000, silenceMs: 8_000 } as const;
type Patience = { readonly beatMs: number; readonly silenceMs: number };

/**
 * Takes the sole right to `folder`, which must exist; the lock is the file `lock` in it.
 *
 * A lock whose process has ended is taken over at once. On a volume that machines or containers share, a
 * process number says nothing: there a lock is taken over after eight seconds without a sign of life.
 *
 * @returns the release; it may be called twice
 * @throws FolderInUseError
 */
export async function lockFolder(
  folder: string,
  { beatMs, silenceMs }: Patience = patience,
): Promise<() => void> {
  const file = join(folder, 'lock');
  const own = thisProcess();
  while (!createNew(file, `${JSON.stringify(own, null, 2)}\n`)) {
    const content = await readWhole(file);
    if (content === null) continue;
    const holder = parse(content);
    if (holder && (await isAlive(file, holder, silenceMs))) throw new FolderInUseError(folder, holder);
    await removeDead(file, content, silenceMs);
  }
  const beat = setInterval(() => touch(file), beatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (parse(read(file))?.token === own.token) rmSync(file, { force: true });
  };
}

/** Whether the file was created; false where it exists already. */
function createNew(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Waits for a lock that is just being written; one that stays unreadable was cut off by a crash. Null: it is gone. */
async function readWhole(file: string): Promise<string | null> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const content = read(file);
    if (content === null || parse(content)) return content;
    await wait(50);
  }
  return read(file);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parse(content: string | null): LockHolder | null {
  try {
    return content === null ? null : (JSON.parse(content) as LockHolder);
  } catch {
    return null;
  }
}

async function isAlive(file: string, holder: LockHolder, silenceMs: number): Promise<boolean> {
  const state = stateOf(holder);
  return state === 'unknown' ? givesSigns(file, silenceMs) : state === 'running';
}

/** Compares the file's time with itself, not with our clock: the machines' clocks may differ. */
async function givesSigns(file: string, silenceMs: number): Promise<boolean> {
  const before = modified(file);
  const end = performance.now() + silenceMs;
  while (performance.now() < end) {
    await wait(silenceMs / 20);
    if (modified(file) !== before) return true;
  }
  return false;
}

/**
 * Removes the lock of a dead process. Of several processes that found it dead one at a time may do so, and
 * only if it is still the same lock: the next one must not remove the lock that the first has made.
 */
async function removeDead(file: string, dead: string, silenceMs: number): Promise<void> {
  const guard = `${file}.takeover`;
  if (!createNew(guard, '')) {
    await wait(50);
    const since = modified(guard);
    if (since !== null && Date.now() - since > silenceMs) rmSync(guard, { force: true });
    return;
  }
  try {
    if (read(file) === dead) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Somebody removed the folder under us; the database will say so more clearly.
  }
}

const modified = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
