import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compress from '@fastify/compress';
import { actingOperator, type Grant, grantOf, type Problem } from '@kreisweit/domain';
import { actingStore, importRegister, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import type { Engine } from '@kreisweit/store/testing';
import { type FastifyInstance, fastify } from 'fastify';
import { authenticator } from '../access/authenticator.ts';
import { demoRegister, demoRegisterLater } from '../demo/demo-register.ts';
import { type DeliveryLimits, releaseRoutes } from '../http/release-routes.ts';
import { createLog } from '../log.ts';
import { builtInCatalogue, builtInPlugins } from '../plugins.ts';

/** Who delivers in tests, by name. */
const grants: Readonly<Record<string, Grant>> = {
  institute: grantOf('DATA_PARTNER', { plugin: 'population' }),
  prignitz: grantOf('DISTRICT_COORDINATOR', { territory: '12070' }),
  goslar: grantOf('DISTRICT_COORDINATOR', { territory: '03153' }),
  perleberg: grantOf('MUNICIPALITY_EDITOR', { territory: '12070296' }),
  analyst: grantOf('ANALYST'),
  administrator: grantOf('ADMINISTRATOR'),
};

/** A server that takes in deliveries on loopback, with three districts of a register and no figures. */
export type DeliveryServer = {
  readonly store: Store;
  readonly server: FastifyInstance;
  readonly url: string;
  /** Where files lie while they are delivered. */
  readonly folder: string;
  readonly lines: readonly string[];
  /** The header Authorization of those who deliver, by name. */
  readonly headerOf: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
};

/** A store with the built-in plug-ins and the registers of the demo. */
export async function registerStore(engine: Engine): Promise<Store> {
  const store = await storeOn(await engine.open());
  await syncCatalogue(store, builtInCatalogue());
  await importRegister(store, demoRegister, { checksum: 'register of 2013' });
  await importRegister(store, demoRegisterLater, { checksum: 'register of 2021' });
  return store;
}

/** Starts it. `isReady` says whether the database is open yet. */
export async function deliveryServer(
  store: Store,
  limits: Partial<DeliveryLimits>,
  isReady: () => boolean = () => true,
): Promise<DeliveryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kreisweit-test-'));
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line));
  const server = fastify({ forceCloseConnections: true });
  await server.register(compress);
  const authenticate = authenticator({ store, issuers: [], log });
  const ready = { kind: 'ready', writing: store, authenticate, plugins: builtInPlugins } as const;
  await server.register(releaseRoutes, {
    phase: () => (isReady() ? ready : { kind: 'starting' }),
    log,
    limits,
    folder,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const headerOf = new Map<string, string>();
  for (const [name, grant] of Object.entries(grants)) {
    headerOf.set(name, await accessWith(store, grant, { kind: 'token', name }));
  }
  return { store, server, url, folder, lines, headerOf, close };
}

/** An access token, or a link, with a grant: the header that holds it. */
export async function accessWith(
  store: Store,
  grant: Grant,
  { kind, name }: { readonly kind: 'token' | 'link'; readonly name: string },
): Promise<string> {
  const expiresAt = new Date(Date.now() + 3600_000).toISOString();
  const request = { kind, name, grants: [grant], expiresAt };
  const { secret } = await actingStore(store, actingOperator).createToken(request);
  return `Bearer ${secret}`;
}

/** What is sent beside the file. `path` follows `/releases/`; `as` is a name, or a header; empty for nobody. */
export type Sent = {
  readonly path?: string;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The headers of a delivery. */
export function deliveryHeaders(
  { headerOf }: DeliveryServer,
  { as = 'administrator', headers = {} }: Sent,
): Record<string, string> {
  const authorization = headerOf.get(as) ?? as;
  return { 'content-type': 'text/csv', ...(authorization !== '' && { authorization }), ...headers };
}

/** Delivers a file; a body that the answer has no JSON in is null. */
export async function post(
  to: DeliveryServer,
  body: string | Uint8Array<ArrayBuffer>,
  sent: Sent = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly answer: DeliveryAnswer }> {
  const response = await fetch(`${to.url}/releases/${sent.path ?? 'opening'}`, {
    method: 'POST',
    headers: deliveryHeaders(to, sent),
    body,
  });
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

/** What may stand in an answer. */
export type DeliveryAnswer = {
  readonly state?: string;
  readonly release?: number;
  readonly proposed?: number;
  readonly dataVersion?: number;
  readonly code?: string;
  readonly total?: number;
  readonly problems?: readonly Problem[];
};

/** Own figures of the staff of a district. */
export function staffOf(district: string, period: string, count: number | string): string {
  return `Schlüssel;Zeitraum;Merkmal;Wert\n${district};${period};opening/staff;${count}\n`;
}
