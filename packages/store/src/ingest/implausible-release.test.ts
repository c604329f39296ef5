import { type Catalogue, InputProblems, type PlausibilityRule } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import type { Store } from '../open-store.ts';
import { proposeRelease } from '../review/propose-release.ts';
import { publishProposed } from '../review/publish-proposed.ts';
import { askedEngines } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { ingestTable, releaseOf, table } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { everyRow } from '../testing/stored-rows.ts';

const rule = (
  name: string,
  check: PlausibilityRule['check'],
  severity: PlausibilityRule['severity'] = 'warning',
): PlausibilityRule => ({
  key: `small/${name}`,
  title: { de: name, en: `Rule of ${name}` },
  severity,
  note: null,
  check,
});

const withRules = (...plausibility: readonly PlausibilityRule[]): Catalogue => ({
  ...smallCatalogue,
  inputs: smallCatalogue.inputs.map((input) =>
    input.key === 'small/second' ? { ...input, accuracy: { roundedTo: 5 } } : input,
  ),
  plugins: smallCatalogue.plugins.map((plugin) => ({ ...plugin, plausibility })),
});

const rules = [
  rule('foreigners', { atMost: ['small/foreigners', 'small/residents'] }, 'error'),
  rule('helped', { atMost: ['small/helped', 'small/asked'] }, 'error'),
  rule('growth', { change: 'small/residents', upTo: 2, above: 10 }),
  rule('asked', { range: 'small/asked', from: 5 }),
  rule('places', { sum: ['small/lowest', 'small/highest'], equals: 'small/places', tolerance: 1 }),
];

/** Every row but identities, which state nothing by themselves. */
async function factsOf(store: Store) {
  const { territory, breakdown, ...facts } = await everyRow(store);
  return facts;
}

describe.each(askedEngines)('a release that is not plausible on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, withRules(...rules));
  });
  afterAll(() => store.close());
  beforeEach(() => emptyFacts(store));

  async function refusal(work: () => Promise<unknown>): Promise<string> {
    const before = await factsOf(store);
    const error = await work().then(
      () => new Error('it was accepted'),
      (reason: unknown) => reason,
    );
    expect(await factsOf(store)).toEqual(before);
    expect(error).toBeInstanceOf(InputProblems);
    return error instanceof Error ? error.message : '';
  }

  const messages = ({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) =>
    warnings.map(({ message }) => message);

  async function kept() {
    const { rows } = await store.database.pool.query<{
      warning_count: number;
      warnings: { message: string }[];
    }>('select warning_count, warnings from release order by id desc limit 1');
    return [rows[0]?.warning_count, rows[0]?.warnings.map(({ message }) => message)];
  }

  test('is refused for what must not be: where, which rule and the values, all at once', async () => {
    expect(
      await refusal(() =>
        ingestTable(
          store,
          `
                    residents 2014  foreigners 2014  asked 2014  asked 2014 male  asked 2014 female  helped 2014
          16097     100             101              10          4                7                  11
          16098     100             100              10          4                6                  10
          16099     100             .                10          .                11                 _`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "table.csv is refused: 3 problems, nothing was stored
        table.csv:2:3: 16097 in 2014: Rule of foreigners: small/foreigners 101 is more than small/residents 100
        table.csv:2:7: 16097 in 2014: Rule of helped: small/helped 11 is more than small/asked 10
        table.csv:2:4: 16097 in 2014: The categories are together not more than the total: the 2 categories of sex (4 + 7) add up to 11, not to the total of small/asked 10"
    `);
  });

  test('is refused where it would withdraw more than it holds and nobody meant that', async () => {
    await ingestTable(store, `  residents 2016\n 16097 1\n 16098 2\n 16099 3`);
    const cut = `  residents 2016\n 16097 1`;
    expect(await refusal(() => ingestTable(store, cut, { refusesShrinking: true }))).toMatch(
      /holds 1 cells and would withdraw 2 that an earlier file/,
    );
    expect((await ingestTable(store, cut)).withdrawn).toBe(2);
  });

  test('lists some hundreds of errors and says how many there are', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `16097${String(index + 100)} 1 2`).join('\n');
    const message = await refusal(() => ingestTable(store, `  residents 2014  foreigners 2014\n${many}`));
    expect(message.split('\n')[0]).toMatchInlineSnapshot(
      `"table.csv is refused, with 100 more findings of the same rules than those listed: 300 problems, nothing was stored"`,
    );
  });

  test('is taken in with warnings where that may be, which are kept with it', async () => {
    const done = await ingestTable(
      store,
      `
                residents 2013  residents 2014  residents 2014 male  residents 2014 female  lowest 2014  highest 2014  places 2014
      16097     100             201             100                  100                    1            2             4
      16098     9               100             50                   50                     1            2             5
      16099     100             49              -                    49                     .            2             5`,
    );
    expect(done.warningCount).toBe(4);
    expect(messages(done)).toMatchInlineSnapshot(`
      [
        "16097 in 2014: Rule of growth: small/residents 201 is more than 2 times the value of 2013, 100",
        "16097 in 2014: The categories add up to the total: the 2 categories of sex (100 + 100) add up to 200, not to the total of small/residents 201",
        "16098 in 2014: Rule of places: small/lowest 1 + small/highest 2 = 3 is not small/places 5, with a tolerance of 1",
        "16099 in 2014: Rule of growth: small/residents 49 is less than 1/2 of the value of 2013, 100",
      ]
    `);
    expect(await kept()).toEqual([4, messages(done)]);
  });

  test('is compared with what is stored, by another input and of years beside', async () => {
    await ingestTable(store, `  residents 2013  residents 2015\n 16097 100 300`, { input: 'small/second' });
    const done = await ingestTable(store, `  residents 2014\n 16097 130`, { kind: 'partial' });
    expect(messages(done)).toMatchInlineSnapshot(`
      [
        "16097 in 2015: Rule of growth: small/residents 300 is more than 2 times the value of 2014, 130",
      ]
    `);
    expect(await refusal(() => ingestTable(store, `  foreigners 2013\n 16097 101`))).toMatch(/residents 100/);
  });

  test('in part only is added up with what the same input delivered before', async () => {
    const whole = `  residents 2014  residents 2014 male  residents 2014 female\n 16097 100 40 60`;
    await ingestTable(store, whole);
    const male = `  residents 2014 male\n 16097 41`;
    expect(
      (await ingestTable(store, male, { kind: 'partial', input: 'small/byDistrict' })).warningCount,
    ).toBe(0);
    expect(messages(await ingestTable(store, male, { kind: 'partial' }))).toMatchInlineSnapshot(`
      [
        "16097 in 2014: The categories add up to the total: the 2 categories of sex (41 + 60) add up to 101, not to the total of small/residents 100",
      ]
    `);
    expect((await ingestTable(store, whole)).warningCount).toBe(0);
  });

  test('because its figures are rounded is plausible', async () => {
    const done = await ingestTable(
      store,
      `  residents 2014  residents 2014 male  residents 2014 female\n 16097 100 50 55`,
      { input: 'small/second' },
    );
    expect(done.warningCount).toBe(0);
  });

  describe('in own counts of persons', () => {
    test('is told to the one who delivers it, and kept without saying where', async () => {
      const done = await ingestTable(store, `  asked 2014\n 16097 2\n 16098 4\n 16099 5`);
      expect(messages(done)).toMatchInlineSnapshot(`
        [
          "16097 in 2014: Rule of asked: small/asked 2 is not 5 or more",
          "16098 in 2014: Rule of asked: small/asked 4 is not 5 or more",
        ]
      `);
      expect(await kept()).toMatchInlineSnapshot(`
        [
          2,
          [
            "Rule of asked: not so 2 times in own counts of persons; where and by how much only those learn who deliver them",
          ],
        ]
      `);
    });

    test('is not told where somebody else may have delivered them', async () => {
      await ingestTable(store, `  asked 2014\n 16097 7`);
      const message = await refusal(() =>
        ingestTable(store, `  helped 2014\n 16097 9`, { input: 'small/byDistrict' }),
      );
      expect(message).toMatchInlineSnapshot(`
        "table.csv is refused: 1 problem, nothing was stored
          table.csv:2:2: 16097 in 2014: Rule of helped: small/helped 9 is more than small/asked (the stored value)"
      `);
    });

    test('is told to the one who proposes it, not to reviewers', async () => {
      const implausible = releaseOf(table(`  asked 2014  helped 2014\n 16097 7 9`));
      expect(await refusal(() => proposeRelease(store, implausible))).toMatch(
        'small/helped 9 is more than small/asked 7',
      );

      const { proposed, preview } = await proposeRelease(store, releaseOf(table(`  asked 2014\n 16097 2`)));
      expect(preview?.warnings).toMatchInlineSnapshot(`
        [
          {
            "breakdown": null,
            "column": null,
            "count": 1,
            "line": null,
            "measure": "small/asked",
            "message": "Rule of asked: not so once in own counts of persons; where and by how much only those learn who deliver them",
            "note": null,
            "period": null,
            "rule": "small/asked",
            "territory": null,
            "title": {
              "de": "asked",
              "en": "Rule of asked",
            },
          },
        ]
      `);
      expect((await publishProposed(store, proposed ?? 0)).warnings).toEqual(preview?.warnings);

      const next = await proposeRelease(store, releaseOf(table(`  helped 2015\n 16097 9`)));
      await ingestTable(store, `  asked 2015\n 16097 7`, { kind: 'partial' });
      const refused = await publishProposed(store, next.proposed ?? 0).catch((error: Error) => error.message);
      expect(refused).toMatchInlineSnapshot(`
        "table.csv is refused: 1 problem, nothing was stored
          table.csv: Rule of helped: not so once in own counts of persons; where and by how much only those learn who deliver them"
      `);
    });
  });

  test('breaks no rule of a catalogue that was stored before there were any', async () => {
    const forget = `update catalogue_version set definition = definition - 'plausibility'
      where version_until is null and item_id = (select id from catalogue_item where kind = 'plugin')`;
    await store.database.pool.query(forget);
    expect(await ingestTable(store, `  foreigners 2014  residents 2014\n 16097 2 1`)).toMatchObject({
      changed: true,
      warningCount: 0,
    });
    await syncCatalogue(store, withRules(...rules));
  });
});
