import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttackedServer } from './attacked-server.ts';

/** Opens a connection without any rules of HTTP. */
export async function rawConnection({ host, port }: AttackedServer, from: string): Promise<Socket> {
  const socket = connect({ host, port, localAddress: from });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes as they are: everything that comes back until the server ends the connection, or for `milliseconds` of silence. */
export async function sendRaw(
  server: AttackedServer,
  bytes: string | Buffer,
  { from, milliseconds = 400 }: { readonly from: string; readonly milliseconds?: number },
): Promise<string> {
  const socket = await rawConnection(server, from);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const closed = once(socket, 'close').catch(() => undefined);
  socket.write(bytes);
  for (;;) {
    const before = text.length;
    const isClosed = await Promise.race([closed.then(() => true), wait(milliseconds, false)]);
    if (isClosed || text.length === before) break;
  }
  socket.destroy();
  return text;
}

/** The statuses of the answers in what came back. */
export function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}
