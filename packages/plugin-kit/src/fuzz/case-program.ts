/** A program: reads each file that it is told of, and answers what became of it. */
import { readdirSync } from 'node:fs';
import { type CaseVerdict, readingFailures } from './reading-failures.ts';

/** A file to read, and the plug-in that it was made for. */
export type CaseQuestion = { readonly path: string; readonly plugin: string };

/** What became of it, and what the process holds then: bytes in memory, the most of them so far, open files. */
export type CaseAnswer = CaseVerdict & {
  readonly resident: number;
  readonly mostResident: number;
  readonly openFiles: number;
};

const stray: string[] = [];
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    stray.push(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
}

process.on('message', async ({ path, plugin }: CaseQuestion) => {
  const verdict = await readingFailures(path, plugin);
  // Rejections that nobody handles are told after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  const answer: CaseAnswer = {
    ...verdict,
    failures: [...verdict.failures, ...stray.splice(0)].slice(0, 20),
    resident: process.memoryUsage.rss(),
    mostResident: process.resourceUsage().maxRSS * 1024,
    openFiles: openFiles(),
  };
  process.send?.(answer);
});

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
