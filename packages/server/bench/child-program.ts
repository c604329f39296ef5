import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of this folder that runs as a process of its own. */
export type ChildProgram = {
  /** The first line that it wrote. */
  readonly line: string;
  /** Asks it to end, by closing its standard input, and waits until it has. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a program and waits for its first line. It gets none of our environment, and its standard input closes with
 * this process, so that it cannot outlive us. Throws when it ends without a line; its errors stand on ours.
 */
export async function startProgram(name: string, words: readonly string[]): Promise<ChildProgram> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      line,
      stop: async () => {
        child.stdin.end();
        await exited;
      },
    };
  }
  const [code] = await exited;
  throw new Error(`${name} ended with status ${code} and wrote nothing`);
}
