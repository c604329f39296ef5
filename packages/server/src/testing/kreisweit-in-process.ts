import { vi } from 'vitest';
import type { Finished } from './kreisweit-process.ts';

type RunOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the command `kreisweit` to its end inside this process, one at a time: what it says and its exit status are those of
 * a process of its own, which takes half a second to start. Like there, nothing of our environment reaches it. What
 * ends the process at once (help, a command that there is not) needs `runKreisweit`.
 */
export async function kreisweitInProcess(
  words: readonly string[],
  { environment = {}, folder = process.cwd() }: RunOptions = {},
): Promise<Finished> {
  const { program } = await import('../cli/program.ts');
  const output = { stdout: '', stderr: '' };
  await using undo = new AsyncDisposableStack();
  for (const name of ['stdout', 'stderr'] as const) {
    const write = vi.spyOn(process[name], 'write').mockImplementation((text) => {
      output[name] += text;
      return true;
    });
    undo.defer(() => write.mockRestore());
  }
  for (const signal of SIGNALS) {
    const before = process.listeners(signal);
    undo.defer(() => {
      for (const added of process.listeners(signal)) if (!before.includes(added)) process.off(signal, added);
    });
  }
  const { env, exitCode } = process;
  const ourFolder = process.cwd();
  undo.defer(() => {
    process.env = env;
    process.exitCode = exitCode;
    process.chdir(ourFolder);
  });
  process.env = { PATH: env.PATH, HOME: env.HOME, ...environment };
  process.exitCode = undefined;
  process.chdir(folder);
  await program().parseAsync([...words], { from: 'user' });
  return { status: Number(process.exitCode ?? 0), ...output };
}
