import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingOperator, type Grant, grantOf } from '@kreisweit/domain';
import { actingStore, groupsOf, importGroups, type Store } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { demoStore } from '../src/testing/demo-store.ts';
import { startKreisweit } from '../src/testing/kreisweit-process.ts';
import { type TestProvider, testProvider } from '../src/testing/oidc-provider.ts';

/** Who has a token, by name. */
const holders: Readonly<Record<string, Grant>> = {
  administrator: grantOf('ADMINISTRATOR'),
  // More of them may ask more often.
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`administrator${index}`, grantOf('ADMINISTRATOR')]),
  ),
  goslar: grantOf('DISTRICT_COORDINATOR', { territory: '03153' }),
  coburg: grantOf('DISTRICT_COORDINATOR', { territory: '09473' }),
  prignitz: grantOf('DISTRICT_COORDINATOR', { territory: '12070' }),
  perleberg: grantOf('MUNICIPALITY_EDITOR', { territory: '12070296' }),
  institute: grantOf('DATA_PARTNER', { plugin: 'opening' }),
  courses: grantOf('DATA_PARTNER', { plugin: 'language', territory: '03153' }),
  jobcentre: grantOf('DATA_PARTNER', { plugin: 'work', territory: '03153' }),
  analyst: grantOf('ANALYST'),
  ended: grantOf('ADMINISTRATOR'),
  revoked: grantOf('ADMINISTRATOR'),
};

/** A server that is attacked: a process of its own with the usual limits, on a database of its own that holds the demo. */
export type AttackedServer = {
  readonly host: string;
  readonly port: number;
  /** The database, to see what attacks have left in it. */
  readonly store: Store;
  /** Whose access tokens it takes. */
  readonly provider: TestProvider;
  /** The header Authorization of everybody who has a token, by name. */
  readonly tokenOf: ReadonlyMap<string, string>;
  /** Everything that must not stand in its log. Attacks add what they send. */
  readonly secrets: Set<string>;
  /** All that it has written, to both of its outputs. */
  readonly log: () => Promise<string>;
  /** Bytes of memory that the process holds. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
};

export const AUDIENCE = 'kreisweit';

const groups = {
  source: 'Test',
  groups: [
    {
      key: 'harz-und-coburg',
      title: { de: 'Harz und Coburg', en: 'Harz and Coburg' },
      category: 'OTHER',
      members: ['03153', '09473'].map((key) => ({ key, from: '2010-01-01' })),
    },
  ],
};

/** Starts it. Needs Linux: its memory is read from /proc. */
export async function attackedServer(): Promise<AttackedServer> {
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const [engine] = servers;
    if (engine === undefined) throw new Error('there is no test server among the engines');
    const store = await demoStore(engine);
    ends.push(() => store.close());
    await importGroups(store, groupsOf('groups.json', JSON.stringify(groups)));
    const tokenOf = new Map<string, string>();
    for (const [name, grant] of Object.entries(holders))
      tokenOf.set(name, await tokenFor(store, name, grant));

    const provider = await testProvider({ audience: AUDIENCE });
    ends.push(() => provider.stop());
    const folder = mkdtempSync(join(tmpdir(), 'kreisweit-attack-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const configuration = join(folder, 'kreisweit.config.json');
    writeFileSync(configuration, configurationFor(provider.issuer));

    const running = startKreisweit(['serve'], {
      folder,
      environment: {
        DATABASE_URL: store.database.pool.options.connectionString ?? '',
        PORT: '0',
        HOST: '127.0.0.1',
        KREISWEIT_CONFIG: configuration,
        KREISWEIT_LOG: 'debug',
        KREISWEIT_ORIGINS: 'https://kreis.example',
      },
    });
    ends.push(async () => {
      running.child.kill('SIGTERM');
      await running.finished;
    });
    const started = await running.seen(/is ready: open http:\/\/\S+/);
    const url = new URL(/is ready: open (\S+)/.exec(started)?.[1] ?? '');
    return {
      host: '127.0.0.1',
      port: Number(url.port),
      store,
      provider,
      tokenOf,
      secrets: new Set([...tokenOf.values()].map(secretPart)),
      log: () => running.seen(/(?:)/),
      memory: () => memoryOf(running.child.pid),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function tokenFor(store: Store, name: string, grant: Grant): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { createToken, revokeToken } = actingStore(store, actingOperator);
  const request = { kind: 'token', name: `Office ${name}`, grants: [grant], expiresAt } as const;
  const { id, secret } = await createToken(request);
  if (name === 'revoked') await revokeToken(id);
  if (name === 'ended') {
    const past = `update access_token set created_at = now() - interval '1 hour', expires_at = now() - interval '1 second' where id = $1`;
    await store.database.pool.query(past, [id]);
  }
  return `Bearer ${secret}`;
}

/** The part of a token that nobody else may know: what follows the id by which it is listed. */
export function secretPart(token: string): string {
  return token.slice(-43);
}

/** One issuer, and no limits: those that hold for everybody who says nothing are attacked. */
function configurationFor(issuer: string): string {
  const rule = {
    claim: 'groups',
    value: 'coordinator-{territory}',
    role: 'DISTRICT_COORDINATOR',
    territory: '{territory}',
  };
  return JSON.stringify({ access: { issuers: [{ issuer, audience: AUDIENCE, rules: [rule] }] } });
}

function memoryOf(pid: number | undefined): number {
  const [, kibibytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
