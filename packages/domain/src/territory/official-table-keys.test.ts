import { expect, test } from 'vitest';
import { parseTableKey, type TableKey, type TableLevel } from './table-key.ts';
import { classicTableKeys, flatTableKeys } from './testing/official-table-keys.ts';
import { registered2013, registered2023 } from './testing/registered-ars.ts';

const MUNICIPALITY_TABLES = [
  '12111-01-01-5_00',
  '12411-01-01-5_00',
  '12711-01-03-5_00',
  '13111-01-03-5_00',
  '13211-01-03-5_00',
].map((table) => `observations/municipalities/${table}.csv`);

const DISTRICT_TABLES = [
  '12111-01-01-4_00',
  '12111-08-01-4_00',
  '12411-01-01-4',
  '12411-01-01-4_00',
  '12411-03-03-4_00',
  '12511-01-01-4',
  '12711-03-02-4_00',
  '13111-01-03-4_00',
  '13211-01-03-4_00',
  '13211-02-05-4_00',
  '21111-02-06-4',
  '22221-01-01-4_00',
  '22811-01-01-4_00',
].map((table) => `observations/districts/${table}.csv`);

/** How many keys of each kind, as one line; `malformed` lists the keys themselves. */
function summary(keys: readonly string[], level: TableLevel): string {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const kind = parseTableKey(key, level)?.kind ?? `malformed ${key}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

function distinctKeys(texts: readonly string[]): readonly TableKey[] {
  return [...new Set(texts)].map((text) => parseTableKey(text)).filter((key) => key !== null);
}

test('every key of the classic tables of municipalities is read', () => {
  expect(
    Object.fromEntries(
      MUNICIPALITY_TABLES.map((path) => [path, summary(classicTableKeys(path), 'municipality')]),
    ),
  ).toMatchInlineSnapshot(`
    {
      "observations/municipalities/12111-01-01-5_00.csv": "329 association, 1 country, 471 district, 13629 municipality, 12 part, 35 region, 16 state",
      "observations/municipalities/12411-01-01-5_00.csv": "329 association, 1 country, 471 district, 13629 municipality, 12 part, 35 region, 16 state",
      "observations/municipalities/12711-01-03-5_00.csv": "329 association, 1 country, 471 district, 13629 municipality, 12 part, 35 region, 16 state",
      "observations/municipalities/13111-01-03-5_00.csv": "329 association, 1 country, 471 district, 13629 municipality, 12 part, 35 region, 16 state",
      "observations/municipalities/13211-01-03-5_00.csv": "329 association, 1 country, 471 district, 13629 municipality, 12 part, 35 region, 16 state",
    }
  `);
});

test('every key of the classic tables of districts is read', () => {
  expect(
    Object.fromEntries(DISTRICT_TABLES.map((path) => [path, summary(classicTableKeys(path), 'district')])),
  ).toMatchInlineSnapshot(`
    {
      "observations/districts/12111-01-01-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12111-08-01-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12411-01-01-4.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12411-01-01-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12411-03-03-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12511-01-01-4.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/12711-03-02-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/13111-01-03-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/13211-01-03-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/13211-02-05-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/21111-02-06-4.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/22221-01-01-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
      "observations/districts/22811-01-01-4_00.csv": "1 country, 471 district, 3 part, 35 region, 16 state",
    }
  `);
});

test('every key of the flat tables is read', () => {
  const flat = (table: string, level: TableLevel) =>
    summary(flatTableKeys(`observations/flat/${table}`), level);
  expect({
    '1000A-0000': flat('1000A-0000_1773175153999_de_flat.csv', 'municipality'),
    '12211-Z-11': flat('12211-Z-11_1773175349407_de_flat.csv', 'district'),
    '12411-01-01-4': flat('12411-01-01-4_1773175772751_de_flat.csv', 'district'),
    '13111-01-03-4': flat('13111-01-03-4_1773175029986_de_flat.csv', 'district'),
  }).toMatchInlineSnapshot(`
    {
      "1000A-0000": "1 country, 10786 municipality",
      "12211-Z-11": "474 district, 15 part",
      "12411-01-01-4": "474 district, 15 part",
      "13111-01-03-4": "1 country, 474 district, 15 part, 44 region, 16 state",
    }
  `);
});

test('the associations and members that the keys name stand in the register of 2023 or 2013', () => {
  const associations = new Set([...registered2023('50'), ...registered2013('50')]);
  const municipalities = new Set([...registered2023('60'), ...registered2013('60')]);
  const check = (keys: readonly string[]) => {
    const members = distinctKeys(keys).filter(({ association }) => association !== null);
    const named = new Set(members.flatMap(({ association }) => association ?? []));
    const ars = members.map(({ association, key }) => association + key.slice(-3));
    return {
      associations: named.size,
      unregisteredAssociations: [...named.difference(associations)],
      members: ars.length,
      unregisteredMembers: ars.filter((member) => !municipalities.has(member)).length,
    };
  };
  expect(check(MUNICIPALITY_TABLES.flatMap(classicTableKeys))).toMatchInlineSnapshot(`
    {
      "associations": 329,
      "members": 3492,
      "unregisteredAssociations": [
        "031565401",
        "031585404",
        "032555402",
        "032555405",
        "032555406",
        "032555407",
        "032565401",
        "032565403",
        "032565404",
        "033525403",
        "033525405",
        "033525409",
        "033605401",
        "033605402",
        "033605403",
        "033605406",
        "071415002",
        "071415008",
        "072315005",
      ],
      "unregisteredMembers": 136,
    }
  `);
  expect(
    check(flatTableKeys('observations/flat/1000A-0000_1773175153999_de_flat.csv')),
  ).toMatchInlineSnapshot(`
    {
      "associations": 1207,
      "members": 7597,
      "unregisteredAssociations": [],
      "unregisteredMembers": 0,
    }
  `);
});

test('the rows of associations and those their members name are the same', () => {
  const keys = distinctKeys(MUNICIPALITY_TABLES.flatMap(classicTableKeys));
  const rows = new Set(keys.filter(({ kind }) => kind === 'association').map(({ key }) => key));
  const named = new Set(keys.flatMap(({ association }) => association ?? []));
  expect({
    rows: rows.size,
    unnamed: [...rows.difference(named)],
    withoutRow: [...named.difference(rows)],
  }).toMatchInlineSnapshot(`
    {
      "rows": 329,
      "unnamed": [],
      "withoutRow": [],
    }
  `);
});

test('after the AGS rule a municipality stands in as many rows as it had associations', () => {
  const keys = distinctKeys(classicTableKeys('observations/municipalities/12411-01-01-5_00.csv'));
  const byAgs = Map.groupBy(
    keys.filter(({ kind }) => kind === 'municipality'),
    ({ key }) => key,
  );
  expect([...byAgs.values()].filter((rows) => rows.length > 1)).toHaveLength(454);
  expect(byAgs.get('03158008')?.map(({ delivered }) => delivered)).toEqual(['03158401008', '03158407008']);
});
