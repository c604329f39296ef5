import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, shown } from './ask.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(engines)('errors on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await madeUpCountry(engine);
  });
  afterAll(() => store.close());

  const wrong = [
    `{ territory(key: "abc") { name } }`,
    `{ district(key: "12") { name } }`,
    `{ district(key: "12070173") { name } }`,
    `{ municipality(key: "12070") { name } }`,
    `{ actors(territory: "x") { totalCount } }`,
    `{ node(id: "x") { id } }`,
    `{ node(id: "${Buffer.from('Series:1').toString('base64')}") { id } }`,
    `{ indicator(key: "population/foreignshare") { key } }`,
    `{ indicator(key: "residents") { key } }`,
    `{ indicator(key: "something else entirely") { key } }`,
    `{ district(key: "09199") { series(indicator: "population/resident") { values } } }`,
    `{ district(key: "09199") { series(indicator: "population/residents", asOf: 3) { values } } }`,
    `{ district(key: "09199") { series(indicator: "population/residents", from: "15") { values } } }`,
    `{ district(key: "09199", on: "2015-02-30") { name } }`,
    `{ district(key: "09199") { seriesBy(indicator: "population/residents", dimension: "age") { values } } }`,
    `{ district(key: "09199") { series(indicator: "population/residents",
       breakdown: [{ dimension: "sex", category: "both" }]) { values } } }`,
    `{ district(key: "09199") { series(indicator: "population/residents",
       breakdown: [{ dimension: "sex", category: "male" }, { dimension: "sex", category: "female" }]) { values } } }`,
    `{ district(key: "09199") { crossSection(indicator: "none", period: "2015", level: MUNICIPALITY) { values } } }`,
    `{ districts(filter: { state: "091" }) { totalCount } }`,
    `{ districts(first: 501) { totalCount } }`,
    `{ districts(first: 0) { totalCount } }`,
    `{ districts(after: "?") { totalCount } }`,
    `{ district(key: "09199") { population } }`,
  ];

  test('say what is wrong and what to write instead', async () => {
    const errors = [];
    for (const document of wrong) {
      const found = await ask(store.db, document);
      errors.push(...found.errors);
    }
    expect(errors).toHaveLength(wrong.length);
    expect(shown(errors)).toMatchInlineSnapshot(`
      "[
        {
          message: "'abc' is no key of a territory. Write an AGS (2 digits Land, 3 Regierungsbezirk, 5 district, 8 municipality), an ARS (12 digits; the first 9 for an association) or DG for Germany.",
          code: 'BAD_USER_INPUT',
          argument: 'key',
          path: 'territory'
        },
        {
          message: "'12' is the key of a state. Write the five digits of a district, like 12070.",
          code: 'BAD_USER_INPUT',
          argument: 'key',
          path: 'district'
        },
        {
          message: "'12070173' is the key of a municipality. Write the five digits of a district, like 12070.",
          code: 'BAD_USER_INPUT',
          argument: 'key',
          path: 'district'
        },
        {
          message: "'12070' is the key of a district. Write the 8 digits (AGS) or 12 digits (ARS) of a municipality, like 12070296.",
          code: 'BAD_USER_INPUT',
          argument: 'key',
          path: 'municipality'
        },
        {
          message: "'x' is no key of a territory. Write an AGS (2 digits Land, 3 Regierungsbezirk, 5 district, 8 municipality), an ARS (12 digits; the first 9 for an association) or DG for Germany.",
          code: 'BAD_USER_INPUT',
          argument: 'territory',
          path: 'actors'
        },
        {
          message: "'x' is no id of this API. Write an \`id\` from an earlier answer; to look up a key, use territory(key:).",
          code: 'BAD_USER_INPUT',
          argument: 'id',
          path: 'node'
        },
        {
          message: "'U2VyaWVzOjE=' is no id of this API. Write an \`id\` from an earlier answer; to look up a key, use territory(key:).",
          code: 'BAD_USER_INPUT',
          argument: 'id',
          path: 'node'
        },
        {
          message: "There is no indicator 'population/foreignshare'. Did you mean 'population/foreignShare' or 'population/foreigners'?",
          code: 'BAD_USER_INPUT',
          argument: 'indicator',
          path: 'indicator'
        },
        {
          message: "There is no indicator 'residents'. Did you mean 'population/residents'?",
          code: 'BAD_USER_INPUT',
          argument: 'indicator',
          path: 'indicator'
        },
        {
          message: "There is no indicator 'something else entirely'. The query { indicators { nodes { key } } } lists all of them.",
          code: 'BAD_USER_INPUT',
          argument: 'indicator',
          path: 'indicator'
        },
        {
          message: "There is no indicator 'population/resident'. Did you mean 'population/residents'?",
          code: 'BAD_USER_INPUT',
          argument: 'indicator',
          path: 'district.series'
        },
        {
          message: 'There is no data version 3. Write a number from 0 to 2, or leave it out.',
          code: 'BAD_USER_INPUT',
          argument: 'asOf',
          path: 'district.series'
        },
        { message: \`'15' is no period. Write "2015", "2015-Q1" or "2015-06".\`, path: undefined },
        { message: "'2015-02-30' is no day. Write it as 2015-12-31.", path: undefined },
        {
          message: "'population/residents' is not broken down by 'age'. It is by 'sex'.",
          code: 'BAD_USER_INPUT',
          argument: 'dimension',
          path: 'district.seriesBy'
        },
        {
          message: "'sex' has no category 'both'. It has 'male', 'female'.",
          code: 'BAD_USER_INPUT',
          argument: 'breakdown',
          path: 'district.series'
        },
        {
          message: "The dimension 'sex' is named twice; choose one category.",
          code: 'BAD_USER_INPUT',
          argument: 'breakdown',
          path: 'district.series'
        },
        {
          message: "There is no indicator 'none'. The query { indicators { nodes { key } } } lists all of them.",
          code: 'BAD_USER_INPUT',
          argument: 'indicator',
          path: 'district.crossSection'
        },
        {
          message: "'091' is the key of a region. Write the two digits of a Land, like 12.",
          code: 'BAD_USER_INPUT',
          argument: 'state',
          path: 'districts'
        },
        {
          message: 'A page holds 1 to 500 entries, not 501.',
          code: 'BAD_USER_INPUT',
          argument: 'first',
          path: 'districts'
        },
        {
          message: 'A page holds 1 to 500 entries, not 0.',
          code: 'BAD_USER_INPUT',
          argument: 'first',
          path: 'districts'
        },
        {
          message: "'?' is no cursor. Write an endCursor that a page has given.",
          code: 'BAD_USER_INPUT',
          argument: 'after',
          path: 'districts'
        },
        { message: 'Cannot query field "population" on type "District".', path: undefined }
      ]"
    `);
  });

  test('of one field leave the others alone', async () => {
    const { data, errors } = await ask(
      store.db,
      `{ good: district(key: "09199") { series(indicator: "population/residents") { values } }
         bad: district(key: "09199") { series(indicator: "nothing/at/all") { values } }
         late: district(key: "09199") { series(indicator: "population/residents", asOf: 99) { values } } }`,
    );
    expect(shown(data)).toMatchInlineSnapshot(
      `"{ good: { series: { values: [ 300000, 320000 ] } }, bad: null, late: null }"`,
    );
    expect(errors).toHaveLength(2);
  });

  test('that nobody foresaw are hidden and logged under an id', async () => {
    const failing = store.db.withPlugin({
      transformQuery: () => {
        throw new Error('password authentication failed for user "kreisweit"');
      },
      transformResult: async ({ result }) => result,
    });
    const logged: { readonly id: string; readonly error: unknown; readonly path: string | null }[] = [];
    const { data, errors } = await ask(
      failing,
      `{ dataVersion { number } }`,
      {},
      (entry) => void logged.push(entry),
    );
    expect(data).toBeNull();
    expect(shown(errors)).not.toContain('password');
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. The operator finds it in the log under ${logged[0]?.id}.`,
        code: 'INTERNAL_SERVER_ERROR',
        id: logged[0]?.id,
        path: 'dataVersion',
      },
    ]);
    expect(String(logged[0]?.error)).toContain('password authentication failed');
  });
});
