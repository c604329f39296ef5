import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { changedCountry } from '../testing/changed-country.ts';
import { engines } from '../testing/index.ts';
import { publishedVersion } from '../testing/stored-rows.ts';
import { searchTerritories } from './search-territories.ts';

describe.each(engines)('searching territories on $name', (engine) => {
  let store: Store;
  let asOf: number;
  beforeAll(async () => {
    store = await changedCountry(engine);
    asOf = await publishedVersion(store);
  });
  afterAll(() => store.close());

  async function found(text: string, kinds: readonly string[] | null = null): Promise<readonly string[]> {
    const { rows } = await searchTerritories(store.db, { asOf, text, kinds, first: 50, after: null });
    return rows.map(({ territory, matchedName, matchedKey }) =>
      [territory.kind, territory.key, matchedName, matchedKey].join(' '),
    );
  }

  test.each(['österfurth', 'OESTERFURTH', 'Osterfurth', ' Österf '])('%s finds Österfurth', async (text) => {
    expect(await found(text)).toEqual([
      'municipality 16092098 Österfurth 16092098',
      'district 16098 Österfurth 16098',
    ]);
  });

  test('an umlaut that was written is meant', async () => {
    expect(await found('ösch')).toEqual([]);
    expect(await found('Mühle')).toEqual(['municipality 16091001 Alte Mühle 16091001']);
  });

  test('what begins with the text comes before what contains it, what lives before what does not', async () => {
    expect(await found('be')).toEqual(['state 16 Bergland 16', 'municipality 16092001 Eibe, Stadt 16092001']);
    expect(await found('alt')).toEqual([
      'municipality 16091001 Alte Mühle 16091001',
      'district 16091 Altkreis 16091',
    ]);
    expect(await found('kreis')).toEqual([
      'district 16092 Nachbarkreis 16092',
      'district 16091 Altkreis 16091',
    ]);
  });

  test('a key is found by its beginning, the exact one first; also an ARS of long ago', async () => {
    expect((await found('16092'))[0]).toBe('district 16092 Nachbarkreis 16092');
    expect(await found('16098')).toEqual(['district 16098 Österfurth 16098']);
    expect(await found('1609250010')).toEqual([
      'municipality 16092002 Birke 160925001002',
      'municipality 16092004 Buche 160925001004',
    ]);
    expect(await found('DG')).toEqual(['country DG Deutschland DG']);
    expect(await found('92')).toEqual([]);
  });

  test('kinds narrow it; a single municipality is no association', async () => {
    expect(await found('Österfurth', ['district'])).toEqual(['district 16098 Österfurth 16098']);
    expect(await found('Eibe', ['association'])).toEqual([]);
    expect((await found('Am Bach')).map((text) => text.slice(0, 21))).toEqual([
      'association 160925009',
      'association 160925001',
    ]);
  });

  test('a name of long ago finds what has another one today', async () => {
    const { rows } = await searchTerritories(store.db, {
      asOf,
      text: 'Eibe',
      kinds: null,
      first: 5,
      after: null,
    });
    expect(rows.map(({ territory, matchedName }) => [territory.name, matchedName])).toEqual([
      ['Eibe, Stadt', 'Eibe, Stadt'],
    ]);
  });

  test('characters that mean something to SQL mean nothing', async () => {
    for (const text of ['%', '__', "a'b", '%16']) expect(await found(text)).toEqual([]);
  });

  test('parts that tables list beside their whole are not found; what only tables know comes last', async () => {
    await store.database.pool.query(
      `insert into territory (id, kind, key, evidence)
       values (9001, 'part', '16097999', 'TABLE'), (9002, 'municipality', '16092900', 'TABLE')`,
    );
    await store.database.pool.query(
      `insert into territory_version (territory_id, proven_from, proven_until, name, inhabited, evidence, version_from)
       select id, '2010-12-31', '2010-12-31', case id when 9001 then 'Eibenteil' else 'Eibach' end, true, 'TABLE', 1
       from territory where id > 9000`,
    );
    expect(await found('eib')).toEqual([
      'municipality 16092001 Eibe, Stadt 16092001',
      'municipality 16092900 Eibach 16092900',
    ]);
    await store.database.pool.query('delete from territory_version where territory_id > 9000');
    await store.database.pool.query('delete from territory where id > 9000');
  });

  test('pages follow one another without gap or overlap', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page = await searchTerritories(store.db, { asOf, text: '16', kinds: null, first: 3, after });
      seen.push(...page.rows.map(({ territory }) => territory.key));
      total = page.total;
      after = page.hasNext ? (page.rows.at(-1)?.key ?? null) : null;
    } while (after !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(seen[0]).toBe('16');
  });
});
