import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';

/** Who holds a folder, as it stands in the lock file. */
export type LockHolder = {
  readonly pid: number;
  readonly host: string;
  /** ISO time. */
  readonly since: string;
  /** `kreisweit serve` */
  readonly command: string;
  /** The host and, inside a container, its own numbering of processes: pids compare only within it. */
  readonly machine: string;
  /** When the system started the process: tells it from a later one with the same pid; null where unknown. */
  readonly started: string | null;
  /** Tells this lock from every other one. */
  readonly token: string;
};

/** This process as a holder. */
export function thisProcess(): LockHolder {
  const [, script, first = ''] = process.argv;
  // Only the first word: later ones may hold secrets.
  const command = [basename(script ?? 'node').replace(/\.[jt]s$/, ''), first].filter((word) =>
    /^[\w.-]+$/.test(word),
  );
  return {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    command: command.join(' ') || 'node',
    machine: thisMachine(),
    started: startOf(process.pid),
    token: randomUUID(),
  };
}

/**
 * Whether the holder's process still runs; `unknown` where it was started on another machine or in another
 * container, whose pids say nothing here.
 */
export function stateOf(holder: LockHolder): 'running' | 'ended' | 'unknown' {
  if (holder.machine !== thisMachine()) return 'unknown';
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'ended';
  }
  return holder.started === null || holder.started === startOf(holder.pid) ? 'running' : 'ended';
}

function thisMachine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** The start of a process in clock ticks since boot, from Linux' /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks; the start is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
