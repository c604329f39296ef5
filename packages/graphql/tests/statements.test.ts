import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf } from './ask.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(engines)('statements on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  let statements = 0;
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await insertManyDistricts(store, 400);
    db = store.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
  });
  afterAll(() => store.close());

  async function statementsOf(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<number> {
    statements = 0;
    await dataOf(db, document, variables);
    return statements;
  }

  test('one district with twenty series takes two, the catalogue and the district being known', async () => {
    const aliases = Array.from(
      { length: 20 },
      (_, index) => `s${index}: series(indicator: "population/residents",
      from: "${2011 + (index % 4)}") { periods values statuses }`,
    );
    const document = `{ district(key: "09199") { name ${aliases.join(' ')} } }`;
    await statementsOf(document, {});
    expect(await statementsOf(document, {})).toBe(2);
  });

  const queries: readonly (readonly [name: string, statements: number, document: string])[] = [
    [
      'series of all kinds',
      3,
      `nodes { name
        series(indicator: "population/foreignShare") { periods values statuses flags origins coverages indicator { key } }
        seriesOf(indicators: ["population/residents", "population/foreigners"]) { values points { value } }
        seriesBy(indicator: "population/residents", dimension: "sex") { values breakdown { title } }
        value(indicator: "population/residents", period: "2015") { value status }
      }`,
    ],
    [
      'releases',
      4,
      `nodes { value(indicator: "population/residents", period: "2015") { releases { title } } }`,
    ],
    [
      'comparisons with several peers',
      4,
      `nodes { value(indicator: "population/residents", period: "2015") {
        inTheLand: comparison(among: { inside: STATE }) { rank of without quartile quantiles { median } }
        inGermany: comparison(among: { inside: COUNTRY }) { rank } } }`,
    ],
    [
      'reconciliations',
      3,
      `nodes { reconciliation(measure: "population/residents", period: "2015") { difference finding }
        women: reconciliation(measure: "population/residents", period: "2015",
          breakdown: [{ dimension: "sex", category: "female" }]) { difference } }`,
    ],
    [
      'revisions',
      4,
      `nodes { value(indicator: "population/residents", period: "2015") { revisions { value release { title } } } }`,
    ],
    [
      'cross-sections',
      3,
      `nodes { crossSection(indicator: "population/residents", period: "2015", level: MUNICIPALITY) { values } }`,
    ],
    [
      'members and their series',
      4,
      `nodes { municipalities { name series(indicator: "population/residents") { values } } }`,
    ],
    [
      'series on the boundaries of a day',
      4,
      `nodes {
        series(indicator: "population/residents", boundariesOn: "2021-12-31") { values obstacles }
        seriesOf(indicators: ["population/residents", "population/foreigners"], boundariesOn: "2013-12-31") { values }
      }`,
    ],
    [
      'cross-sections on the boundaries of a day',
      4,
      `nodes { crossSection(indicator: "population/residents", period: "2015", level: MUNICIPALITY,
        boundariesOn: "2021-12-31") { values obstacles } }`,
    ],
    [
      'what registers say',
      4,
      `nodes { municipalities { degreeOfUrbanisation degreeOfUrbanisationTitle registerEntries { population } } }`,
    ],
    ['agreements', 3, `nodes { agreements { purpose subject { key } measure { key } } }`],
    [
      'directories of actors',
      5,
      `nodes { actors(first: 5) { totalCount nodes { name district { name } territories { name } members(first: 1) { totalCount } } } }`,
    ],
    ['what lies above', 3, `nodes { parent { name } state { name } region { name } }`],
    [
      'several data versions',
      4,
      `nodes {
        now: series(indicator: "population/residents") { values }
        then: series(indicator: "population/residents", asOf: 1) { values }
      }`,
    ],
  ];

  test.each(queries)('%s take %i, for one district and for 400', async (_, expected, selection) => {
    const document = `query ($first: Int!) { districts(first: $first) { ${selection} } }`;
    await statementsOf(document, { first: 1 });
    expect(await statementsOf(document, { first: 1 })).toBe(expected);
    expect(await statementsOf(document, { first: 403 })).toBe(expected);
  });

  test('the state of reporting and all reconciliations take one each', async () => {
    const reporting = `reporting(plugin: "population", period: "2015") { territories { name } statuses measures { key } }`;
    expect(await statementsOf(`{ ${reporting} }`, {})).toBe(2);
    expect(await statementsOf(`{ a: ${reporting} b: ${reporting.replace('2015', '2014')} }`, {})).toBe(2);
    const reconciliations = `reconciliations(measure: "population/residents", period: "2015") { territories { key } }`;
    const document = `{ one: territory(key: "09") { ... on State { ${reconciliations} } }
      other: territory(key: "05") { ... on State { ${reconciliations} } } }`;
    await statementsOf(document, {});
    expect(await statementsOf(document, {})).toBe(2);
  });

  test('explanations take five, for one value and for all values of many territories', async () => {
    const explained = `fragment explained on Value { explanation { formula { title } components {
      measure { key } value withheld contributions { territory { name } value } missing { count } releases { title } } } }`;
    const one = `{ district(key: "09199") { value(indicator: "population/residents", period: "2015") { ...explained } } } ${explained}`;
    await statementsOf(one, {});
    expect(await statementsOf(one, {})).toBe(5);
    const values = ['residents', 'foreigners', 'foreignShare'].flatMap((name) =>
      ['2014', '2015'].map(
        (period) =>
          `${name}${period}: value(indicator: "population/${name}", period: "${period}") { ...explained }`,
      ),
    );
    const many = `{ districts(first: 403) { nodes { ${values.join(' ')} } } } ${explained}`;
    expect(await statementsOf(many, {})).toBe(6);
  });

  test('actors and their territories take three', async () => {
    expect(await statementsOf(`{ actors { nodes { territories { key } } } }`, {})).toBe(3);
  });

  test('any number of aliases for the same kind of field shares its statements', async () => {
    const aliases = Array.from(
      { length: 50 },
      (_, index) => `d${index}: district(key: "05${String(index + 1).padStart(3, '0')}") {
      name series(indicator: "population/residents") { values } }`,
    );
    expect(await statementsOf(`{ ${aliases.join(' ')} }`, {})).toBe(3);
  });
});
