import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchJson } from './fetch-json.ts';

const MEBIBYTE = 1024 * 1024;

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/good': (response) => response.end('{"issuer":"https://login.example"}'),
  '/full': (response) => response.end(JSON.stringify('a'.repeat(MEBIBYTE - 2))),
  '/long': (response) => response.end(JSON.stringify('a'.repeat(MEBIBYTE - 1))),
  '/moved': (response) => response.writeHead(302, { location: '/good' }).end(),
  '/wrong': (response) => response.writeHead(500).end('{}'),
  '/page': (response) => response.end('<html>'),
  '/endless': (response) => response.write('{'),
  '/silent': () => undefined,
};
const server = createServer(({ url = '' }, response) => answers[url]?.(response));
let address = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetched = (path: string, signal = new AbortController().signal) =>
  fetchJson(address + path, { signal });

test('answers a document of up to a mebibyte', async () => {
  expect(await fetched('/good')).toEqual({ issuer: 'https://login.example' });
  expect(await fetched('/full')).toHaveLength(MEBIBYTE - 2);
  await expect(fetched('/long')).rejects.toThrow('it answered with more than 1048576 bytes');
});

test('goes nowhere else, and takes nothing that is not meant as an answer', async () => {
  await expect(fetched('/moved')).rejects.toThrow('it answered with status 302');
  await expect(fetched('/wrong')).rejects.toThrow('it answered with status 500');
  await expect(fetched('/page')).rejects.toThrow('is not valid JSON');
});

test('waits no longer than it is told to, for the first byte or for the last', async () => {
  await expect(fetched('/silent', AbortSignal.timeout(20))).rejects.toThrow('timeout');
  await expect(fetched('/endless', AbortSignal.timeout(20))).rejects.toThrow('timeout');
});
