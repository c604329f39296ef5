import { once } from 'node:events';
import { startMessage } from '../serve/start-message.ts';
import { startServer } from '../serve/start-server.ts';
import type { CommandRun } from './run-command.ts';

/** `kreisweit serve`: starts the API, keeps it running until Ctrl-C or SIGTERM, then ends it in order. */
export async function serve({ environment, log, progress, signal, print }: CommandRun): Promise<null> {
  const server = await startServer(environment, { log, signal, onStep: progress.step });
  const { url, database, loaded } = server;
  print({ data: { url, database, ...loaded }, text: startMessage(server) });
  await (signal.aborted || once(signal, 'abort'));
  await server.stop();
  return null;
}
