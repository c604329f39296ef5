import { get } from 'node:http';
import { type AddressInfo, connect, createServer, Socket } from 'node:net';
import { expect, it } from 'vitest';
import { withoutNetwork } from './without-network.ts';

const swallow = (): undefined => undefined;

function connected(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}

it('refuses and tells every way out, also those whose failure is swallowed', async () => {
  const { result, tried } = await withoutNetwork(async () => {
    await fetch('http://127.0.0.1:9/figures').catch(swallow);
    await new Promise((resolve) => get('http://127.0.0.1:9/').once('error', resolve));
    await new Promise((resolve) => connect('/nowhere.sock').once('error', resolve));
    return 7;
  });
  expect(result).toBe(7);
  expect(tried).toEqual([
    'fetch http://127.0.0.1:9/figures',
    'connect to 127.0.0.1:9',
    'connect to /nowhere.sock',
  ]);
});

it('leaves the network to what others do meanwhile, and brings everything back', async () => {
  const ways = [globalThis.fetch, Socket.prototype.connect];
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let release = swallow as () => void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inside = withoutNetwork(async () => {
    await held;
    return connected(port);
  });
  const other = withoutNetwork(async () => undefined);
  expect(await connected(port)).toBe(true);
  release();
  expect(await inside).toEqual({ result: false, tried: [`connect to 127.0.0.1:${port}`] });
  expect((await other).tried).toEqual([]);
  expect([globalThis.fetch, Socket.prototype.connect]).toEqual(ways);
  expect(await connected(port)).toBe(true);
  server.close();
});

it('brings the network back when the work fails', async () => {
  const { fetch } = globalThis;
  await expect(withoutNetwork(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(globalThis.fetch).toBe(fetch);
});
