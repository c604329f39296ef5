import type { Catalogue, Measure } from '@kreisweit/domain';
import type { Store } from '@kreisweit/store';
import {
  askedEngines,
  ingestTable,
  smallCatalogue,
  smallIndicator,
  smallMeasure,
  smallStore,
} from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';

const extra: readonly Measure[] = [
  smallMeasure('staff', { additivity: 'rounded' }),
  smallMeasure('guests', { additivity: 'perturbed' }),
  smallMeasure('arrivals', { additivity: 'crossBorder' }),
  smallMeasure('benefits', { reportedAt: 'district' }),
];
const unpublished = smallMeasure('inner');
const [anInput] = smallCatalogue.inputs;
if (anInput === undefined) throw new Error('the catalogue has no input');
const catalogue: Catalogue = {
  ...smallCatalogue,
  inputs: [
    ...smallCatalogue.inputs,
    { ...anInput, key: 'small/toFive', accuracy: { roundedTo: 5 } },
    { ...anInput, key: 'small/cellKey', accuracy: { perturbed: true } },
  ],
  measures: [...smallCatalogue.measures, ...extra, unpublished],
  indicators: [
    ...smallCatalogue.indicators,
    ...extra.map(({ key }) => smallIndicator(key.slice('small/'.length))),
  ],
};

/**
 * Aue (16097) has three inhabited members, Fels (16099) two, Eiche (16098) is its own. The foreigners of one village are
 * hidden; of asked, an own count, the members are one person short.
 */
const figures = `
            residents 2014  residents 2014 female  foreigners 2014  asked 2014  staff 2014  guests 2014  arrivals 2014  benefits 2014  inner 2014  residents 2015
  16097     205             102                    20               50          11          46           30             70             9           300
  16097001  100             51                     10               20          4           20           20             _              3           100
  16097002  60              31                     5                20          4           10           10             _              3           60
  16097003  40              20                     .                9           5           10           5              _              3           _
  16098     300             150                    30               30          30          30           30             30             30          300
  16099     80              _                      8                9           90          90           9              9              9           _
  16099001  50              _                      5                5           40          40           5              _              5           50
  16099002  30              _                      3                4           40          40           4              _              4           30`;

const parts = '{ delivered summed difference finding }';

describe.each(askedEngines)('reconciliation on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
    await ingestTable(store, figures);
    db = store.db;
  });
  afterAll(() => store.close());

  test('sets the delivered total beside the sum, and says what the difference means', async () => {
    expect(
      await answer(
        db,
        `{ district(key: "16097") {
          residents: reconciliation(measure: "small/residents", period: "2014") {
            delivered summed difference finding note english: note(lang: EN) }
          women: reconciliation(measure: "small/residents", period: "2014",
            breakdown: [{ dimension: "sex", category: "female" }]) ${parts}
          rounded: reconciliation(measure: "small/staff", period: "2014") { delivered summed difference finding note(lang: EN) }
          perturbed: reconciliation(measure: "small/guests", period: "2014") { delivered summed difference finding note(lang: EN) }
        } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          residents: {
            delivered: 205,
            summed: 200,
            difference: 5,
            finding: 'DIFFERENT',
            note: 'Die Summe der Mitglieder weicht vom gelieferten Wert ab. Es gilt der gelieferte Wert; oft ist ein Mitglied auf anderem Gebietsstand geführt.',
            english: 'The members do not add up to the delivered value. The delivered value holds; often a member is listed on other boundaries.'
          },
          women: { delivered: 102, summed: 102, difference: 0, finding: 'EQUAL' },
          rounded: {
            delivered: 11,
            summed: 13,
            difference: -2,
            finding: 'WITHIN_ACCURACY',
            note: 'The difference is no larger than the accuracy of the figures explains. Each figure is rounded on its own to a multiple of 1; half of that is explained for each.'
          },
          perturbed: {
            delivered: 46,
            summed: 40,
            difference: 6,
            finding: 'WITHIN_ACCURACY',
            note: 'The difference is no larger than the accuracy of the figures explains. The institute alters figures to protect persons; three times the root of their number is explained.'
          }
        }
      }"
    `);
  });

  test('of figures that are far off is a finding, however exact they are', async () => {
    expect(
      await dataOf(
        db,
        `{ district(key: "16099") {
          equal: reconciliation(measure: "small/residents", period: "2014") ${parts}
          rounded: reconciliation(measure: "small/staff", period: "2014") ${parts}
          perturbed: reconciliation(measure: "small/guests", period: "2014") ${parts}
        } }`,
      ),
    ).toEqual({
      district: {
        equal: { delivered: 80, summed: 80, difference: 0, finding: 'EQUAL' },
        rounded: { delivered: 90, summed: 80, difference: 10, finding: 'DIFFERENT' },
        perturbed: { delivered: 90, summed: 80, difference: 10, finding: 'DIFFERENT' },
      },
    });
  });

  test('tells neither sum nor difference where a member is confidential', async () => {
    const { district } = (await dataOf(
      db,
      `{ district(key: "16097") { reconciliation(measure: "small/foreigners", period: "2014") ${parts} } }`,
    )) as { readonly district: { readonly reconciliation: object } };
    expect(district.reconciliation).toEqual({
      delivered: 20,
      summed: null,
      difference: null,
      finding: 'CONFIDENTIAL',
    });
  });

  test('tells nothing of a hidden member, even where a difference was stored by mistake', async () => {
    await store.database.pool.query(
      `update aggregate set difference = 5, sum = 15
       where hidden > 0 and version_until is null and value = 20`,
    );
    expect(
      await dataOf(
        db,
        `{ district(key: "16097") { reconciliation(measure: "small/foreigners", period: "2014") ${parts} }
          territory(key: "16") { ... on State { reconciliations(measure: "small/foreigners", period: "2014") {
            compared territories { key } differences } } } }`,
      ),
    ).toEqual({
      district: {
        reconciliation: { delivered: 20, summed: null, difference: null, finding: 'CONFIDENTIAL' },
      },
      territory: { reconciliations: { compared: 1, territories: [], differences: [] } },
    });
  });

  test('says why nothing can be compared', async () => {
    const reasons: Record<string, unknown> = {};
    for (const [name, district, measure, period] of [
      ['own count', '16097', 'asked', '2014'],
      ['moves', '16097', 'arrivals', '2014'],
      ['mean', '16097', 'waitDays', '2014'],
      ['districts only', '16097', 'benefits', '2014'],
      ['unpublished', '16097', 'inner', '2014'],
      ['a member is missing', '16097', 'residents', '2015'],
      ['no total', '16099', 'residents', '2015'],
      ['a town', '16098', 'residents', '2014'],
      ['never', '16097', 'residents', '1999'],
    ] as const) {
      const { district: answered } = (await dataOf(
        db,
        `{ district(key: "${district}") { reconciliation(measure: "small/${measure}", period: "${period}") ${parts} } }`,
      )) as { readonly district: { readonly reconciliation: Readonly<Record<string, unknown>> } };
      reasons[name] = Object.values(answered.reconciliation).join(' ');
    }
    expect(reasons).toMatchInlineSnapshot(`
      {
        "a member is missing": "300   INCOMPLETE",
        "a town": "300   NO_MEMBERS",
        "districts only": "70   NO_MEMBERS",
        "mean": "   DOES_NOT_ADD_UP",
        "moves": "30   DOES_NOT_ADD_UP",
        "never": "   NOTHING_DELIVERED",
        "no total": " 80  NOTHING_DELIVERED",
        "own count": "   OWN_COUNT",
        "unpublished": "   NOT_PUBLISHED",
      }
    `);
  });

  test('of all districts of a Land or the country lists those that differ', async () => {
    expect(
      await answer(
        db,
        `{
          territory(key: "16") { ... on State {
            residents: reconciliations(measure: "small/residents", period: "2014") {
              territories { key name } delivered summed differences findings districts compared notReconciled note }
            guests: reconciliations(measure: "small/guests", period: "2014") { territories { key } differences findings }
            asked: reconciliations(measure: "small/asked", period: "2014") {
              territories { key } compared notReconciled note(lang: EN) }
          } }
          country: territory(key: "DG") { ... on Country {
            reconciliations(measure: "small/staff", period: "2014") { territories { key } differences districts compared }
          } }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        territory: {
          residents: {
            territories: [ { key: '16097', name: 'Aue' } ],
            delivered: [ 205 ],
            summed: [ 200 ],
            differences: [ 5 ],
            findings: [ 'DIFFERENT' ],
            districts: 3,
            compared: 2,
            notReconciled: null,
            note: null
          },
          guests: {
            territories: [ { key: '16097' }, { key: '16099' } ],
            differences: [ 6, 10 ],
            findings: [ 'WITHIN_ACCURACY', 'DIFFERENT' ]
          },
          asked: {
            territories: [],
            compared: 0,
            notReconciled: 'OWN_COUNT',
            note: 'Own counts of persons are not reconciled: a difference could show few persons.'
          }
        },
        country: {
          reconciliations: {
            territories: [ { key: '16097' }, { key: '16099' } ],
            differences: [ -2, 10 ],
            districts: 3,
            compared: 2
          }
        }
      }"
    `);
  });

  test('names the measures that exist', async () => {
    const { errors } = await ask(
      db,
      `{ district(key: "16097") { reconciliation(measure: "small/resident", period: "2014") { note } } }`,
    );
    expect(errors).toMatchInlineSnapshot(`
      [
        {
          "argument": "measure",
          "code": "BAD_USER_INPUT",
          "message": "There is no measure 'small/resident'. Did you mean 'small/residents'?",
          "path": "district.reconciliation",
        },
      ]
    `);
  });

  test('respects how exact the table is: rounding and perturbation are no findings, and sums of it are estimated', async () => {
    const toFive = `
                residents 2016  residents 2016 female  foreigners 2016
      16097     205             100                    _
      16097001  100             50                     10
      16097002  60              30                     5
      16097003  35              10                     5`;
    const { differences } = await ingestTable(store, toFive, { input: 'small/toFive' });
    expect(differences).toBe(0);
    await ingestTable(store, toFive.replaceAll('2016', '2017').replace('205', '220'), {
      input: 'small/toFive',
    });
    const cellKey = await ingestTable(store, toFive.replaceAll('2016', '2018').replace('205', '199'), {
      input: 'small/cellKey',
    });
    // 199 against 195, and 100 against 90: three times the root of four figures is 6.
    expect(cellKey.differences).toBe(1);
    const compared = '{ difference finding note(lang: EN) }';
    const women = 'breakdown: [{ dimension: "sex", category: "female" }]';
    expect(
      await answer(
        db,
        `{ district(key: "16097") {
          toFive: reconciliation(measure: "small/residents", period: "2016") ${compared}
          women: reconciliation(measure: "small/residents", period: "2016", ${women}) ${compared}
          beyond: reconciliation(measure: "small/residents", period: "2017") ${compared}
          cellKey: reconciliation(measure: "small/residents", period: "2018") ${compared}
          delivered: value(indicator: "small/residents", period: "2016") { value origin flags }
          sum: value(indicator: "small/foreigners", period: "2016") { value origin flags }
          share: value(indicator: "small/foreignShare", period: "2018") { value flags }
        } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          toFive: {
            difference: 10,
            finding: 'WITHIN_ACCURACY',
            note: 'The difference is no larger than the accuracy of the figures explains. Each figure is rounded on its own to a multiple of 5; half of that is explained for each.'
          },
          women: {
            difference: 10,
            finding: 'WITHIN_ACCURACY',
            note: 'The difference is no larger than the accuracy of the figures explains. Each figure is rounded on its own to a multiple of 5; half of that is explained for each.'
          },
          beyond: {
            difference: 25,
            finding: 'DIFFERENT',
            note: 'The members do not add up to the delivered value. The delivered value holds; often a member is listed on other boundaries. Each figure is rounded on its own to a multiple of 5; half of that is explained for each.'
          },
          cellKey: {
            difference: 4,
            finding: 'WITHIN_ACCURACY',
            note: 'The difference is no larger than the accuracy of the figures explains. The institute alters figures to protect persons; three times the root of their number is explained.'
          },
          delivered: { value: 205, origin: 'DELIVERED', flags: [ 'ROUNDED' ] },
          sum: { value: 20, origin: 'SUMMED', flags: [ 'ESTIMATED', 'ROUNDED' ] },
          share: { value: 10.1, flags: [ 'ESTIMATED', 'PERTURBED' ] }
        }
      }"
    `);
  });

  test('is explained by no table of which nothing stands in the district', async () => {
    await ingestTable(store, '  residents 2021\n16099001 5', { input: 'small/toFive', kind: 'partial' });
    const exact = `
                residents 2021
      16097     203
      16097001  100
      16097002  60
      16097003  40`;
    expect(await ingestTable(store, exact, { kind: 'partial' })).toMatchObject({ differences: 1 });
    expect(
      await dataOf(
        db,
        '{ district(key: "16097") { reconciliation(measure: "small/residents", period: "2021") { difference finding } } }',
      ),
    ).toEqual({ district: { reconciliation: { difference: 3, finding: 'DIFFERENT' } } });
  });

  test('of an earlier data version is what it was then', async () => {
    const { dataVersion } = (await dataOf(db, '{ dataVersion { number } }')) as {
      readonly dataVersion: { readonly number: number };
    };
    await ingestTable(store, `  residents 2014\n 16097 200`, { kind: 'partial' });
    const difference = async (asOf: string) =>
      dataOf(
        db,
        `{ district(key: "16097") { reconciliation(measure: "small/residents", period: "2014"${asOf}) { difference finding } } }`,
      );
    expect(await difference('')).toEqual({
      district: { reconciliation: { difference: 0, finding: 'EQUAL' } },
    });
    expect(await difference(`, asOf: ${dataVersion.number}`)).toEqual({
      district: { reconciliation: { difference: 5, finding: 'DIFFERENT' } },
    });
  });
});
