import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';

/** What became of work that had no network: its result, and where it tried to connect to. */
export type Unconnected<T> = { readonly result: T; readonly tried: readonly string[] };

const attempts = new AsyncLocalStorage<string[]>();
let running = 0;
let reconnect = (): void => undefined;

/**
 * Runs work to which the network is down: `fetch` and every connection fail, and each attempt is told, also one whose failure
 * the work has swallowed. Only what the work itself begins is refused: other tests that run meanwhile keep their network.
 */
export async function withoutNetwork<T>(work: () => Promise<T>): Promise<Unconnected<T>> {
  if (running === 0) reconnect = disconnect();
  running += 1;
  const tried: string[] = [];
  try {
    return { result: await attempts.run(tried, work), tried };
  } finally {
    running -= 1;
    if (running === 0) reconnect();
  }
}

/** Replaces the two ways out, and answers how to bring them back. */
function disconnect(): () => void {
  const { fetch } = globalThis;
  const { connect } = Socket.prototype;
  const refusingFetch: typeof fetch = async (...given) => {
    const [resource] = given;
    const address = resource instanceof Request ? resource.url : String(resource);
    const refused = refusal(`fetch ${address}`);
    if (refused !== null) throw refused;
    return fetch(...given);
  };
  const refusingConnect = function (this: Socket, ...given: unknown[]): Socket {
    const refused = refusal(`connect to ${addressOf(given)}`);
    if (refused !== null) return this.destroy(refused);
    return Reflect.apply(connect, this, given);
  };
  globalThis.fetch = refusingFetch;
  Socket.prototype.connect = refusingConnect;
  return () => {
    if (globalThis.fetch === refusingFetch) globalThis.fetch = fetch;
    if (Socket.prototype.connect === refusingConnect) Socket.prototype.connect = connect;
  };
}

function refusal(attempt: string): Error | null {
  const tried = attempts.getStore();
  if (tried === undefined) return null;
  tried.push(attempt);
  return new Error(`there is no network while a plug-in reads a file (${attempt})`);
}

/** Sockets are told where to go as options, a path, or a port and a host; `net.connect` wraps them in a list. */
function addressOf(given: readonly unknown[]): string {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first !== 'object' || first === null) {
    return typeof first === 'number'
      ? `${typeof second === 'string' ? second : 'localhost'}:${first}`
      : String(first);
  }
  const { host = 'localhost', port, path } = first as Readonly<Record<string, unknown>>;
  return typeof path === 'string' && port === undefined ? path : `${host}:${port}`;
}
