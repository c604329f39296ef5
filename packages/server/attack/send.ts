import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { AttackedServer } from './attacked-server.ts';

/**
 * A request: `as` is the name of somebody with a token, or a header Authorization; `from` the address that it comes from. All of
 * 127.0.0.0/8 is this machine on Linux; elsewhere each must be made first (`sudo ifconfig lo0 alias 127.0.1.1`).
 */
export type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  readonly as?: string | undefined;
  readonly from?: string;
};

/** What came back. `status` is 0 where the server ended the connection without an answer. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

const agents = new Map<string, Agent>();

function agentOf(from: string): Agent {
  const agent = agents.get(from) ?? new Agent({ keepAlive: true, maxSockets: 8, localAddress: from });
  agents.set(from, agent);
  return agent;
}

/** Ends the connections that are kept open. */
export function hangUp(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

/** Sends one request, and reads all of its answer. */
export function send(to: AttackedServer, sent: Sent): Promise<Answer> {
  const { method = 'POST', path = '/graphql', headers = {}, body, as, from = '127.0.0.1' } = sent;
  const authorization = as === undefined ? {} : { authorization: to.tokenOf.get(as) ?? as };
  const written = Object.entries({ ...authorization, ...headers }).map(
    ([name, value]) => [name, typeof value === 'string' ? value : [...value]] as const,
  );
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const sending = request(
      {
        host: to.host,
        port: to.port,
        method,
        path,
        agent: agentOf(from),
        headers: { ...length, ...Object.fromEntries(written) },
      },
      async (response) => {
        let text = '';
        try {
          for await (const chunk of response.setEncoding('utf8')) text += chunk;
        } catch {
          // Ended in the middle: what arrived is what came back.
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    sending.on('error', () => resolve({ status: 0, headers: {}, text: '' }));
    sending.end(body);
  });
}

/** A request to GraphQL. */
export type Question = {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
};

/** Asks as a program does: by POST of JSON. */
export function ask(
  to: AttackedServer,
  question: Question,
  sent: Pick<Sent, 'as' | 'from'> = {},
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return send(to, { ...sent, headers, body: JSON.stringify(question) });
}

/** Delivers a file of text. `path` follows `/releases/`. */
export function deliver(
  to: AttackedServer,
  csv: string,
  { path = 'language', ...sent }: Sent = {},
): Promise<Answer> {
  const headers = { 'content-type': 'text/csv', ...sent.headers };
  return send(to, { ...sent, path: `/releases/${path}`, headers, body: csv });
}

/** Addresses of this machine that belong to one family of attacks, so that none uses up what another may ask. */
export function addressesOf(family: number): () => string {
  let asked = 0;
  // Below what is allowed in ten seconds without signing in.
  return () => `127.0.${family}.${1 + (Math.floor(asked++ / 80) % 250)}`;
}
