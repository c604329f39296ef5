import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A request that is sent again and again. */
export type LoadRequest = {
  readonly url: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
};

/**
 * How many requests a second a server answers over some kept connections, each of which asks again as soon as it has
 * its answer. Throws when an answer is not 200.
 *
 * It speaks HTTP/1.1 by itself, as little of it as is needed: a real client takes as much of a core as the servers do,
 * and there are two.
 */
export async function httpLoad({ url, body, connections, seconds }: LoadRequest): Promise<number> {
  const request = requestBytes(new URL(url), body);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(new URL(url))));
  const start = performance.now();
  const end = start + seconds * 1000;
  const answered = await Promise.all(sockets.map((socket) => askUntil(socket, request, end)));
  const taken = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return answered.reduce((sum, count) => sum + count, 0) / taken;
}

function requestBytes({ pathname, host }: URL, body: string): Buffer {
  const length = Buffer.byteLength(body);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function open({ hostname, port }: URL): Promise<Socket> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function askUntil(socket: Socket, request: Buffer, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let missing = 0;
    let head = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk: Buffer) => {
      if (missing > 0) missing -= chunk.length;
      else {
        head = Buffer.concat([head, chunk]);
        const length = answerLength(head);
        if (typeof length === 'string') return void socket.destroy(new Error(length));
        if (length === null) return;
        missing = length - head.length;
        head = Buffer.alloc(0);
      }
      if (missing > 0) return;
      answered += 1;
      if (performance.now() < end) socket.write(request);
      else resolve(answered);
    });
    socket.write(request);
  });
}

/** The length of an answer with its head, null before the head is complete, a text for one that is not as expected. */
function answerLength(bytes: Buffer): number | string | null {
  const at = bytes.indexOf('\r\n\r\n');
  if (at < 0) return null;
  const head = bytes.toString('latin1', 0, at);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (head.startsWith('HTTP/1.1 200 ') && length !== undefined) return at + 4 + Number(length);
  return `unexpected answer: ${head}`;
}
