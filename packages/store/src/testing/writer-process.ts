import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type SmallWork, type SmallWorkDone, STOPPED } from './small-work.ts';

/** What a process is to write to a database: each list over connections of its own, all at once. */
export type WriterTask = { readonly url: string; readonly works: readonly (readonly SmallWork[])[] };

/** A process that writes. */
export type WriterProcess = {
  readonly child: ChildProcess;
  /** Opens the connections of a task. */
  readonly prepare: (task: WriterTask) => Promise<void>;
  /** Begins with the task and waits until all of it has ended. Answers its works one list after the other. */
  readonly run: () => Promise<readonly SmallWorkDone[]>;
  /** Begins with the task and waits until one of its works has come to its `stop`. */
  readonly runUntilStopped: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts a process that writes to databases of the test server. It ends with this one. */
export function startWriterProcess(): WriterProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./writer-program.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (text: string): Promise<string> => {
    child.stdin.write(`${text}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the process that writes has ended: see its messages above');
    return value;
  };
  return {
    child,
    prepare: async (task) => {
      await ask(JSON.stringify(task));
    },
    run: async () => {
      const answers: readonly (SmallWorkDone | { readonly error: string })[] = JSON.parse(await ask('begin'));
      return answers.map((answer) => {
        if ('error' in answer) throw new Error(answer.error);
        return answer;
      });
    },
    runUntilStopped: async () => {
      const line = await ask('begin');
      if (line !== STOPPED) throw new Error(`the process did not stop where it should, but answered ${line}`);
    },
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
