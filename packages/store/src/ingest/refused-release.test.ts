import { InputProblems } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { ingestTable, releaseOf, table } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { everyRow, figures } from '../testing/stored-rows.ts';
import type { Progress } from '../write/progress.ts';
import { ingestRelease } from './ingest-release.ts';

describe.each(askedEngines)('a release that cannot be stored on $name', (engine) => {
  let store: Store;
  let before: Awaited<ReturnType<typeof everyRow>>;
  beforeAll(async () => {
    store = await smallStore(engine);
    await ingestTable(
      store,
      `
                residents 2014  residents 2014 female
      16097     200             100
      16097001  100             50
      16097002  60              30
      16097003  40              20`,
    );
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    before = await everyRow(store);
  });

  /** The problems with which a table is refused, after a look that it left nothing behind. */
  async function refusal(work: Promise<unknown>): Promise<string> {
    const error = await work.then(
      () => new Error('it was accepted'),
      (reason: unknown) => reason,
    );
    expect(await everyRow(store)).toEqual(before);
    expect(error).toBeInstanceOf(InputProblems);
    return error instanceof Error ? error.message : '';
  }

  test('with malformed keys: their number and the first ten', async () => {
    const keys = [
      '1609',
      '160970',
      'Aue',
      '',
      '17001',
      '99',
      '16097001x',
      '160',
      '00',
      '+16097',
      '٠٩',
      '1',
      '12 070',
    ];
    const observations = keys.flatMap((territory, row) =>
      table(`  residents 2014  residents 2015\n 16097001 5 6`).map((each) => ({
        ...each,
        territory,
        line: row + 2,
      })),
    );
    expect(await refusal(ingestRelease(store, releaseOf(observations)))).toMatchInlineSnapshot(`
      "table.csv is refused: 12 problems, nothing was stored
        table.csv:2:1: '1609' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:3:1: '160970' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:4:1: 'Aue' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:5:1: '' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:6:1: '17001' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:7:1: '99' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:8:1: '16097001x' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:10:1: '00' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:11:1: '+16097' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        table.csv:12:1: '٠٩' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde
        ... and 2 more"
    `);
  });

  test('with unknown measures, categories and periods, and with less than nobody: all problems at once', async () => {
    const text = `
                residents 2014  dogs 2014  residents 2014 other  residents 2014/15  rating 2014 female  places 2014
      16097001  -5              5          5                     5                  5                   -5
      16097002  5               6          5                     5                  5                   5`;
    const broken = table(text).map((each) =>
      each.line === 3 && each.measure === 'residents' ? { ...each, breakdown: { age: '18-24' } } : each,
    );
    expect(await refusal(ingestRelease(store, releaseOf(broken)))).toMatchInlineSnapshot(`
      "table.csv is refused: 12 problems, nothing was stored
        table.csv:2:2: -5: a count cannot be negative
        table.csv:2:3: the plug-in small has no measure 'dogs'
        table.csv:2:4: 'other' is no category of sex: expected male, female
        table.csv:2:5: '2014/15' is no period: expected 2015, 2015-Q1 or 2015-06
        table.csv:2:6: the measure small/rating has no dimension 'sex': expected none
        table.csv:2:7: -5: a count cannot be negative
        table.csv:3:2: the measure small/residents has no dimension 'age': expected sex
        table.csv:3:3: the plug-in small has no measure 'dogs'
        table.csv:3:4: the measure small/residents has no dimension 'age': expected sex
        table.csv:3:5: '2014/15' is no period: expected 2015, 2015-Q1 or 2015-06
        ... and 2 more"
    `);
  });

  test('with figures in two rows of one territory', async () => {
    expect(
      await refusal(
        ingestTable(
          store,
          `
                        residents 2015  residents 2016
          16097001      100             1
          16097003      40              40
          160970001001  101             -
          160975001002  60              60
          16097002      60              -`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "table.csv is refused: 2 problems, nothing was stored
        table.csv:2:1: 160970001001 Name of 160970001001 stands in lines 2 and 4, and more than one carries figures for the same cell: expected one row a territory
        table.csv:5:1: 16097002 Name of 16097002 stands in lines 5 and 6, and more than one carries figures for the same cell: expected one row a territory"
    `);
  });

  test('with figures in two rows of one key, also where they are equal', async () => {
    expect(
      await refusal(ingestTable(store, `  residents 2015\n 16097001 100\n 16097002 60\n 16097001 100`)),
    ).toMatchInlineSnapshot(`
      "table.csv is refused: 1 problem, nothing was stored
        table.csv:2:1: 16097001 Name of 16097001 stands in lines 2 and 4, and more than one carries figures for the same cell: expected one row a territory"
    `);
  });

  test('with different figures for two roles of one territory', async () => {
    expect(
      await refusal(ingestTable(store, `  residents 2015\n 02 1000\n 16098 300\n 02000000 1001`)),
    ).toMatchInlineSnapshot(`
      "table.csv is refused: 1 problem, nothing was stored
        table.csv:2:1: 02 Name of 02 stands in lines 2 and 4, and more than one carries figures for the same cell: expected one row a territory"
    `);
  });

  test('with two rows of one territory and no line numbers', async () => {
    const observations = table(`  residents 2015\n 16097001 100\n 160970001 101`).map(
      ({ line, column, ...each }) => each,
    );
    expect(await refusal(ingestRelease(store, releaseOf(observations)))).toMatchInlineSnapshot(`
      "table.csv is refused: 1 problem, nothing was stored
        table.csv: 160970001 Name of 160970001 stands in several rows, and more than one carries figures for the same cell: expected one row a territory"
    `);
  });

  test('without any observation', async () => {
    expect(await refusal(ingestRelease(store, releaseOf([])))).toMatchInlineSnapshot(`
      "table.csv is refused: 1 problem, nothing was stored
        table.csv: the file holds no observation"
    `);
  });

  test('for an input that nobody declared', async () => {
    expect(
      await refusal(ingestTable(store, `  residents 2014\n 16097001 1`, { input: 'small/third' })),
    ).toMatchInlineSnapshot(`
      "table.csv is refused: 1 problem, nothing was stored
        table.csv: the catalogue has no input 'small/third'; it has small/byDistrict, small/first, small/second"
    `);
  });

  describe('because it breaks off', () => {
    const good = `
                residents 2014  residents 2015
      16097001  101             102
      16097002  61              62`;

    test('while it is read', async () => {
      async function* breaksOff() {
        yield table(good);
        throw new Error('the disk is gone');
      }
      await expect(ingestTable(store, good, { batches: breaksOff() })).rejects.toThrow('the disk is gone');
      expect(await everyRow(store)).toEqual(before);
    });

    test('before it begins', async () => {
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(ingestTable(store, good, {}, { signal })).rejects.toThrow('enough');
      expect(await everyRow(store)).toEqual(before);
    });

    test.each<Progress['phase']>(['reading', 'storing', 'aggregating', 'publishing'])(
      'while %s',
      async (phase) => {
        const controller = new AbortController();
        const onProgress = (progress: Progress) => {
          if (progress.phase === phase) controller.abort(new Error(`enough of ${phase}`));
        };
        const work = ingestTable(store, good, {}, { signal: controller.signal, onProgress });
        await expect(work).rejects.toThrow(`enough of ${phase}`);
        expect(await everyRow(store)).toEqual(before);
      },
    );
  });

  test('leaves the next one free to be stored', async () => {
    await ingestTable(store, `  residents 2014\n 16097001 103`);
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({ 2014: '103 DELIVERED' });
  });
});
