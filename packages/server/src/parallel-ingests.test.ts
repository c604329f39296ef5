import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestRelease, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from './plugins.ts';
import { releaseOfDistricts } from './testing/district-release.ts';
import { type KreisweitProcess, runKreisweit, startKreisweit } from './testing/kreisweit-process.ts';
import { officialFile } from './testing/official-file.ts';

const tables = ['12411-01-01-4_00.csv', '12111-01-01-4_00.csv'].map((file) =>
  officialFile(`observations/districts/${file}`),
);

const query = `query ($asOf: AsOf) {
  dataVersion { number }
  territory(key: "DG") {
    crossSection(indicator: "population/residents", period: "2015", level: DISTRICT, asOf: $asOf) {
      territories { ars ags } values statuses
    }
    residents: series(indicator: "population/residents", asOf: $asOf) { periods values statuses flags }
    foreigners: series(indicator: "population/censusForeignShare", asOf: $asOf) { periods values statuses flags }
  }
  district(key: "12070") { series(indicator: "population/residents", asOf: $asOf) { periods values } }
}`;

type Answer = {
  readonly data: {
    readonly dataVersion: { readonly number: number };
    readonly territory: { readonly crossSection: { readonly values: readonly (number | null)[] } };
  };
  readonly errors?: unknown;
};

/** All that an answer says but the number of the data version, which is the published one whatever is asked for. */
function figuresOf({ data, errors }: Answer): unknown {
  return { ...data, errors, dataVersion: null };
}

describe.each(servers)('national tables of two processes on $name, while a third one serves', ({ open }) => {
  let store: Store;
  let environment: Readonly<Record<string, string>>;
  let server: KreisweitProcess;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'kreisweit-parallel-'));

  beforeAll(async () => {
    store = await storeOn(await open());
    await syncCatalogue(store, builtInCatalogue());
    environment = { DATABASE_URL: store.database.pool.options.connectionString ?? '', KREISWEIT_DEMO: 'off' };
    // A reader that has to wait for a lock of a writer fails.
    const impatient = `${environment.DATABASE_URL}?options=${encodeURIComponent('-c lock_timeout=1')}`;
    // As often as it can be asked.
    const configuration = join(folder, 'kreisweit.config.json');
    const requestsPerMinute = { anonymous: 1_000_000, identified: 1_000_000 };
    writeFileSync(configuration, JSON.stringify({ limits: { http: { requestsPerMinute } } }));
    server = startKreisweit(['serve'], {
      environment: {
        ...environment,
        DATABASE_URL: impatient,
        PORT: '0',
        KREISWEIT_CONFIG: configuration,
      },
    });
    [url = ''] = /http:\/\/localhost:\d+\/graphql/.exec(await server.seen(/Ctrl-C stops\./)) ?? [];
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    server.child.kill('SIGTERM');
    await server.finished;
    await store.close();
  });

  async function ask(asOf: number | null): Promise<Answer> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { asOf } }),
    });
    return (await answer.json()) as Answer;
  }

  async function isBeingStored(): Promise<boolean> {
    const { rows } = await store.database.pool.query(`select from data_version where state = 'building'`);
    return rows.length > 0;
  }

  test('every answer is that of one data version as a whole, and none waits', async () => {
    await ingestRelease(store, releaseOfDistricts('2015', { DG: 1000, '12070': 100, '01001': 10 }));
    const first = (await ask(null)).data.dataVersion.number;

    const ingests = tables.map((table) =>
      runKreisweit(['ingest', 'population', table, '--json'], { environment }),
    );
    let isOver = false;
    const ended = Promise.all(ingests).finally(() => {
      isOver = true;
    });
    const answers: Answer[] = [];
    let inBetween = 0;
    while (!isOver) {
      const isStoring = await isBeingStored();
      const answer = await ask(null);
      if (isStoring && (await isBeingStored())) inBetween += 1;
      answers.push(answer);
    }

    answers.push(await ask(null));
    const results = await ended;
    expect(results.map(({ stderr }) => stderr.match(/kreisweit:.*/)?.[0])).toEqual([undefined, undefined]);
    const versions = results.map(({ stdout }) => JSON.parse(stdout).ingested[0].version);
    expect(versions.toSorted()).toEqual([first + 1, first + 2]);

    const seen = answers.map(({ data }) => data.dataVersion.number);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen)).toEqual(new Set([first, first + 1, first + 2]));
    const whole = new Map<number, unknown>();
    for (const version of new Set(seen)) whole.set(version, figuresOf(await ask(version)));
    for (const answer of answers) {
      expect(figuresOf(answer)).toEqual(whole.get(answer.data.dataVersion.number));
    }
    expect(inBetween).toBeGreaterThan(10);

    const districts = answers.map(({ data }) => data.territory.crossSection.values.length);
    expect(districts.at(0)).toBe(2);
    expect(districts.at(-1)).toBe(400);
  });
});
