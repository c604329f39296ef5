import type { TestProject } from 'vitest/node';
import { type RunningTestServer, startTestServer } from './test-server.ts';

/** One server for all packages of a run: vitest calls `setup` once for every package that names this file. */
type SharedServer = { users: number; running: Promise<RunningTestServer> | undefined };
const key = Symbol.for('kreisweit.test-server');
const holder = globalThis as { [key]?: SharedServer };
holder[key] ??= { users: 0, running: undefined };
const shared = holder[key];

/** The `globalSetup` of every package whose tests use `engines`. Returns its own teardown. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users++;
  shared.running ??= startTestServer();
  const { url, template, stop } = await shared.running;
  project.provide('kreisweitTestServer', { url, template });
  return async () => {
    if (--shared.users > 0) return;
    shared.running = undefined;
    await stop();
  };
}
