/** A program: reads each file that it is told of, and answers what became of it. */
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type CaseVerdict, readingFailures } from './reading-failures.ts';

/** A file to read, and the plug-in that it was made for. With `collect` the memory is tidied up before it is measured. */
export type CaseQuestion = { readonly path: string; readonly plugin: string; readonly collect?: boolean };

/**
 * What became of it, and what the process holds then: bytes of objects and buffers, the most bytes of memory that it has ever
 * held, and open files.
 */
export type CaseAnswer = CaseVerdict & {
  readonly held: number;
  readonly mostResident: number;
  readonly openFiles: number;
};

const stray: string[] = [];
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    stray.push(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
}

process.on('message', async ({ path, plugin, collect = false }: CaseQuestion) => {
  const verdict = await readingFailures(path, plugin);
  // Rejections that nobody handles are told after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  const held = collect ? await heldInTheEnd() : heldNow();
  const answer: CaseAnswer = {
    ...verdict,
    failures: [...verdict.failures, ...stray.splice(0)].slice(0, 20),
    held,
    mostResident: process.resourceUsage().maxRSS * 1024,
    openFiles: openFiles(),
  };
  process.send?.(answer);
});

function heldNow(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What stays however often it is tidied up. Buffers are given back some turns after the objects that held them. */
async function heldInTheEnd(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 10; turn++) {
    globalThis.gc?.();
    await setTimeout(20);
    least = Math.min(least, heldNow());
  }
  return least;
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
