import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/kreisweit.js', import.meta.url));

/** A finished command. `status` is null where a signal ended it. */
export type Finished = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** A running command. `seen` waits until its output, standard and error, matches. */
export type KreisweitProcess = {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  readonly seen: (pattern: RegExp) => Promise<string>;
};

type StartOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** The Node to run it with; by default the one that runs the tests. */
  readonly node?: string;
};

/** Starts the command `kreisweit` as a user would: as a process of its own. Nothing of our environment reaches it. */
export function startKreisweit(
  words: readonly string[],
  { environment = {}, folder = process.cwd(), node = process.execPath }: StartOptions = {},
): KreisweitProcess {
  const child = spawn(node, [command, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const changed = new EventTarget();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      changed.dispatchEvent(new Event('change'));
    });
  }
  const closed = once(child, 'close');
  const finished = closed.then(([status]) => {
    changed.dispatchEvent(new Event('change'));
    return { status, ...output };
  });
  const seen = async (pattern: RegExp) => {
    for (;;) {
      const all = output.stdout + output.stderr;
      if (pattern.test(all)) return all;
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(
          `kreisweit ended (${child.exitCode ?? child.signalCode}) before it wrote ${pattern}:\n${all}`,
        );
      }
      await once(changed, 'change');
    }
  };
  return { child, finished, seen };
}

/** Runs the command to its end. */
export function runKreisweit(words: readonly string[], options: StartOptions = {}): Promise<Finished> {
  return startKreisweit(words, options).finished;
}
