import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CaseAnswer, CaseQuestion } from './case-program.ts';

/** A process of its own that reads fuzzed files, so that nothing that happens to it happens to the test. */
export type CaseProcess = {
  /** Rejects when the process dies, or does not answer in time; the next question starts another one. */
  readonly ask: (question: CaseQuestion) => Promise<CaseAnswer>;
  readonly stop: () => void;
};

/** Megabytes of the heap: beyond them the process dies. */
const HEAP = 512;
/** Milliseconds after which a file is said to hang, on a machine that is busy with other things. */
const PATIENCE = 30_000;

/** Starts the process with the first question. */
export function caseProcess(): CaseProcess {
  let child: ChildProcess | null = null;

  const stop = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };

  const ask = (question: CaseQuestion): Promise<CaseAnswer> => {
    const asked = child ?? started();
    child = asked;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        asked.off('message', answered);
        asked.off('exit', died);
      };
      const answered = (answer: unknown): void => {
        end();
        resolve(answer as CaseAnswer);
      };
      const died = (code: number | null, signal: string | null): void => {
        end();
        child = null;
        reject(new Error(`the process died (${signal ?? `status ${code}`}) on ${question.path}`));
      };
      const timer = setTimeout(() => {
        end();
        stop();
        reject(new Error(`no answer for ${PATIENCE} ms on ${question.path}`));
      }, PATIENCE);
      asked.on('message', answered);
      asked.on('exit', died);
      asked.send(question);
    });
  };

  return { ask, stop };
}

function started(): ChildProcess {
  const program = fileURLToPath(new URL('case-program.ts', import.meta.url));
  return fork(program, [], {
    execArgv: [`--max-old-space-size=${HEAP}`, '--expose-gc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
}
