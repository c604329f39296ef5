import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { embeddedTemplate } from './embedded-template.ts';

/** What the tests of one run share. */
export type TestServer = {
  /** `postgres://postgres:...@127.0.0.1:40123`, without a database. */
  readonly url: string;
  /** A saved empty embedded database, from which one is opened four times faster. */
  readonly template: string;
};

/** A running server and how to end it. */
export type RunningTestServer = TestServer & { readonly stop: () => Promise<void> };

/**
 * Starts PostgreSQL in a process of its own, which ends it and removes its data as soon as our end of its
 * standard input closes: also when this process is killed.
 */
export async function startTestServer(): Promise<RunningTestServer> {
  const [{ url, stop }, template] = await Promise.all([startPostgres(), embeddedTemplate()]);
  return Object.freeze({ url, template, stop });
}

async function startPostgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./postgres-process.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C in a terminal goes to the whole group of processes; this one ends when we close its input.
    detached: true,
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      url: line,
      stop: async () => {
        child.stdin.end();
        await exited;
      },
    };
  }
  const [code] = await exited;
  throw new Error(`The PostgreSQL for the tests did not start (status ${code}): see its messages above.`);
}
