import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * One press of Ctrl-C may arrive twice: from the terminal and once more from npm, which passes it on. So what comes
 * within half a second is the same wish.
 */
const SAME_WISH_MS = 500;

/** The user or the system wants the command to end. `exitCode` is the one that shells expect: 130 for Ctrl-C. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super('interrupted');
    this.name = 'Interrupted';
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Listens for Ctrl-C and its like. The first aborts the signal, with an Interrupted as its reason, so that the command
 * can end cleanly; a second one ends the process at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let first = Number.POSITIVE_INFINITY;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const reason = new Interrupted(signal);
      if (performance.now() - first > SAME_WISH_MS) process.exit(reason.exitCode);
      if (controller.signal.aborted) return;
      first = performance.now();
      controller.abort(reason);
    });
  }
  return controller.signal;
}
