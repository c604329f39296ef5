import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import type { Store } from '../open-store.ts';
import { copiedStore } from '../testing/copied-store.ts';
import { servers } from '../testing/index.ts';
import { observationsOf, randomRelease } from '../testing/random-releases.ts';
import { table } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { doWork, type SmallWork, type SmallWorkDone, twoPlugins } from '../testing/small-work.ts';
import { allFigures, everyRow, publishedVersion } from '../testing/stored-rows.ts';
import { holdTurn, untilWaiting, urlOf } from '../testing/writer-line.ts';
import { startWriterProcess, type WriterProcess } from '../testing/writer-process.ts';

type Ingest = Extract<SmallWork, { readonly kind: 'ingest' }>;

const ingest = (input: string, text: string): Ingest => ({
  kind: 'ingest',
  input,
  release: 'full',
  observations: table(text),
});

/** What stands there already: two releases, of which parts are replaced. */
const BEFORE: readonly SmallWork[] = [
  ingest(
    'small/first',
    `  residents 2014  residents 2015  foreigners 2014
     16097001 100 101 10
     16097002 60  61  6
     16097003 40  41  4
     16099001 50  51  5`,
  ),
  ingest('small/second', `  residents 2014  places 2014\n 16097001 99 3\n 09171001 500 7`),
];

describe.each(servers)('writers of several processes on $name', (engine) => {
  let processes: readonly [WriterProcess, WriterProcess];
  let original: Store;
  let stores: Store[] = [];

  beforeAll(async () => {
    processes = [startWriterProcess(), startWriterProcess()];
    original = await smallStore(engine, twoPlugins);
    for (const work of BEFORE) await doWork(original, work);
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await original.close();
  });
  afterEach(async () => {
    await Promise.all(stores.map((each) => each.close()));
    stores = [];
  });

  /** A copy of what stands there already, and some writes one after the other. */
  async function storeAfter(works: readonly SmallWork[] = []): Promise<Store> {
    const opened = await copiedStore(original);
    stores.push(opened);
    for (const work of works) await doWork(opened, work);
    return opened;
  }

  /**
   * Works of two processes, each list over connections of its own. All stand in line before the first one begins, those of
   * the first process before those of the second. Answers them in the order of their data versions.
   */
  async function allAtOnce(
    store: Store,
    works: readonly [readonly SmallWork[][], readonly SmallWork[][]],
  ): Promise<readonly (SmallWorkDone & { readonly work: SmallWork })[]> {
    const url = urlOf(store);
    await Promise.all(processes.map((each, index) => each.prepare({ url, works: works[index] ?? [] })));
    const letGo = await holdTurn(store);
    const runs: Promise<readonly SmallWorkDone[]>[] = [];
    for (const [index, each] of processes.entries()) {
      runs.push(each.run());
      await untilWaiting(store, works.slice(0, index + 1).flat().length);
    }
    await letGo();
    const done = (await Promise.all(runs)).flat();
    return works
      .flat(2)
      .map((work, index) => ({ work, ...(done[index] as SmallWorkDone) }))
      .sort((a, b) => a.version - b.version);
  }

  const pairs: readonly (readonly [string, Ingest, Ingest])[] = [
    [
      'of one table',
      ingest('small/first', `  residents 2014  residents 2015\n 16097001 110 111\n 16099001 55 .`),
      ingest('small/first', `  residents 2014  foreigners 2014\n 16097001 120 12\n 16097002 70 7`),
    ],
    [
      'of two tables of a plug-in that deliver the same cells',
      ingest('small/first', `  residents 2014  foreigners 2014\n 16097001 110 11\n 16097003 40 .`),
      ingest('small/second', `  residents 2014  places 2014\n 16097001 120 5\n 16099001 56 6`),
    ],
    [
      'of two plug-ins, one of which computes with the figures of the other',
      ingest('small/first', `  residents 2014\n 16097001 110\n 16097002 70\n 16097003 30\n 16097004 8`),
      ingest('other/first', `  visits 2014\n 16097001 11\n 16097002 7\n 16097003 3\n 16097005 2`),
    ],
  ];

  test.each(pairs)('two ingests %s: every row is as if one had come after the other', async (_, ...works) => {
    const store = await storeAfter();
    const before = await publishedVersion(store);
    const done = await allAtOnce(store, [[[works[0]]], [[works[1]]]]);
    expect(done.map(({ version }) => version)).toEqual([before + 1, before + 2]);
    const serial = await storeAfter(done.map(({ work }) => work));
    expect(await history(store)).toEqual(await history(serial));
  });

  test('eight ingests: each has its version, and every row is as if they had come in this order', async () => {
    const keys = ['16097001', '16097002', '16097003', '16097', '16099001', '16099004', '09171001', 'DG'];
    const eight = fc.sample(randomRelease(keys), { numRuns: 8, seed: 20150731 }).map(
      ({ input, kind, cells }): Ingest => ({
        kind: 'ingest',
        input,
        release: kind,
        observations: observationsOf(cells),
      }),
    );
    const store = await storeAfter();
    const before = await publishedVersion(store);
    const done = await allAtOnce(store, [
      [eight.slice(0, 3), eight.slice(3, 4)],
      [eight.slice(4, 6), eight.slice(6, 8)],
    ]);
    expect(done.map(({ version }) => version)).toEqual(eight.map((_, index) => before + 1 + index));
    const [verified, serial] = await Promise.all([
      verifyAggregates(store),
      storeAfter(done.map(({ work }) => work)),
    ]);
    expect(verified).toMatchObject({ aggregates: 0, series: 0 });
    expect(await history(store)).toEqual(await history(serial));
  });

  test('withdrawal, rebuild, register, groups, catalogue and ingests: all through the same line', async () => {
    const damage = 'update aggregate set value = value + 1 where version_until is null';
    const store = await storeAfter();
    await store.database.pool.query(damage);
    const done = await allAtOnce(store, [
      [
        [
          { kind: 'rebuild' },
          { kind: 'withdraw', release: 1 },
          ingest('small/second', `  residents 2014\n 16098000 300`),
          { kind: 'catalogue', plugins: 'one' },
        ],
      ],
      [
        [
          { kind: 'register', territoryDate: '2022-12-31' },
          ingest('small/first', `  residents 2014\n 16099002 30`),
        ],
        [{ kind: 'groups', text: 'aue-fels 16097 16099' }, { kind: 'rebuild' }],
      ],
    ]);
    const changes = done.filter(({ changed }) => changed);
    const kinds = new Set(changes.map(({ work }) => work.kind));
    expect([...kinds].sort()).toEqual(['catalogue', 'groups', 'ingest', 'rebuild', 'register', 'withdraw']);
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0 });
    const serial = await storeAfter();
    await serial.database.pool.query(damage);
    for (const { work } of changes) await doWork(serial, work);
    expect(await history(store)).toEqual(await history(serial));
  });

  const unfinished = ingest('small/first', `  residents 2014\n 16097001 110\n 16097002 .\n 16097009 9`);

  const stops: readonly (readonly [string, SmallWork])[] = [
    ['has stored its observations', { ...unfinished, stop: true }],
    ['waits for a statement', { kind: 'stop in a statement' }],
  ];

  test.each(stops)(
    'whoever is killed while he %s leaves nothing, and those behind go on',
    async (_, work) => {
      const store = await storeAfter();
      const before = await publishedVersion(store);
      const seen = await allFigures(store);
      const untouched = await history(store);
      const works = [
        ingest('small/first', '  residents 2014\n 16097001 7'),
        ingest('other/first', '  visits 2014\n 16097001 7'),
      ];
      const killed = startWriterProcess();
      const url = urlOf(store);
      await Promise.all([
        killed.prepare({ url, works: [[work]] }),
        ...processes.map((each, index) => each.prepare({ url, works: [works.slice(index, index + 1)] })),
      ]);
      await killed.runUntilStopped();
      const others = Promise.all(processes.map((each) => each.run()));
      await untilWaiting(store, 2);
      expect(await history(store)).not.toEqual(untouched);
      expect(await allFigures(store)).toEqual(seen);

      killed.child.kill('SIGKILL');
      const versions = (await others).flat().map(({ version }) => version);
      expect(versions.toSorted()).toEqual([before + 1, before + 2]);
      const [first = 0, second = 0] = versions;
      const serial = await storeAfter(first < second ? works : works.toReversed());
      // That a key has a number in the store states nothing about it: such rows stay.
      const identities = { territory: [], breakdown: [] };
      expect({ ...(await history(store)), ...identities }).toEqual({
        ...(await history(serial)),
        ...identities,
      });
    },
  );

  test('whoever is killed while he waits leaves the line', async () => {
    const store = await storeAfter();
    const letGo = await holdTurn(store);
    const killed = startWriterProcess();
    await killed.prepare({ url: urlOf(store), works: [[{ kind: 'rebuild' }]] });
    killed.run().catch(() => undefined);
    await untilWaiting(store, 1);
    killed.child.kill('SIGKILL');
    await untilWaiting(store, 0);
    await letGo();
  });
});

/** All rows of all data versions, without the times at which they were written and the numbers that are drawn. */
async function history(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = Object.entries(await everyRow(store)).map(([name, lines]) => [
    name,
    lines.map((line) => line.replaceAll(/"(?:(?:\w+_)?at": "|id": "[0-9a-f]{8}-)[^"]*"/g, '')).sort(),
  ]);
  return Object.fromEntries(rows);
}
