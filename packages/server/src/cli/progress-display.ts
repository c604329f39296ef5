import type { Progress } from '@kreisweit/store';
import { count } from '../count.ts';

/** Shows a person what a command is doing and how far it is. */
export type ProgressDisplay = {
  /** Names the work that begins now; `done` answers which part of it has been read, 0 to 1. */
  readonly step: (title: string, done?: () => number) => void;
  /** How far the current step is. */
  readonly report: (progress: Progress) => void;
  /** A line that stays. */
  readonly note: (line: string) => void;
  /** No work is going on; the live line goes. */
  readonly clear: () => void;
  /** Removes the live line and stops. */
  readonly end: () => void;
};

const LIVE_MS = 150;
const FIRST_LINE_MS = 1000;
const NEXT_LINE_MS = 3000;

const phaseTitles: Readonly<Record<Progress['phase'], string>> = {
  reading: 'reading',
  storing: 'storing',
  aggregating: 'adding up',
  publishing: 'publishing',
};

/**
 * On a terminal one line that is renewed in place; in a log a plain line now and then, and none for work that is done
 * within a second.
 */
export function progressDisplay(stream: NodeJS.WriteStream = process.stderr): ProgressDisplay {
  const live = stream.isTTY === true;
  let title: string | null = null;
  let progress: Progress | null = null;
  let done: (() => number) | undefined;
  let began = performance.now();
  let shown = '';

  const erase = () => {
    if (live && shown !== '') stream.write('\r\x1b[2K');
    shown = '';
  };
  const clear = () => {
    erase();
    title = null;
  };
  const show = () => {
    if (title === null) return;
    const seconds = (performance.now() - began) / 1000;
    const line = progressLine(title, { progress, seconds, done: done?.() });
    if (!live) {
      stream.write(`${line}\n`);
      return;
    }
    erase();
    shown = line.slice(0, (stream.columns || 80) - 1);
    stream.write(shown);
  };
  const timer = live ? setInterval(show, LIVE_MS) : setInterval(show, NEXT_LINE_MS);
  const first = live ? undefined : setTimeout(show, FIRST_LINE_MS);
  timer.unref();
  first?.unref();

  return Object.freeze({
    step: (next: string, nextDone?: () => number) => {
      title = next;
      done = nextDone;
      progress = null;
      began = performance.now();
    },
    report: (next: Progress) => {
      if (next.phase !== progress?.phase) began = performance.now();
      progress = next;
    },
    note: (line: string) => {
      erase();
      stream.write(`${line}\n`);
    },
    clear,
    end: () => {
      clearInterval(timer);
      clearTimeout(first);
      clear();
    },
  });
}

/** What there is to say about a step: seconds since its phase began, and which part of the input was read. */
export type Stage = {
  readonly progress: Progress | null;
  readonly seconds: number;
  readonly done?: number | undefined;
};

/**
 * @example
 * progressLine('a.csv', { progress: { phase: 'reading', rows: 120000 }, seconds: 4, done: 0.25 })
 * // 'a.csv: reading, 25 %, 120,000 rows, 30,000 rows/s'
 */
export function progressLine(title: string, { progress, seconds, done }: Stage): string {
  if (progress === null) return seconds < 2 ? `${title} ...` : `${title} ... ${Math.round(seconds)} s`;
  const { phase, rows } = progress;
  const parts = [`${title}: ${phaseTitles[phase]}`];
  if (phase === 'reading' && done !== undefined) parts.push(`${Math.round(done * 100)} %`);
  if (rows > 0) parts.push(`${count(rows)} rows`);
  if (phase === 'reading' && rows > 0 && seconds >= 1)
    parts.push(`${count(Math.round(rows / seconds))} rows/s`);
  else if (seconds >= 1) parts.push(`${Math.round(seconds)} s`);
  return parts.join(', ');
}
