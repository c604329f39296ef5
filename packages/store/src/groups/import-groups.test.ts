import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importChangeList } from '../changes/import-change-list.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { changeListOf } from '../testing/small-changes.ts';
import { register2013, register2021, registerOf } from '../testing/small-country.ts';
import { smallGroups } from '../testing/small-groups.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, emptyStore, smallStore, storeWithoutRegisters } from '../testing/small-store.ts';
import {
  allFigures,
  everyRow,
  type Figures,
  figures,
  openAggregates,
  publishedVersion,
} from '../testing/stored-rows.ts';
import { importGroups } from './import-groups.ts';
import { groupsOf } from './read-groups.ts';

/** The residents of districts and municipalities of the made-up country. */
const RESIDENTS = `
              residents 2014  residents 2015
  16097001    100             101
  16097002    60              61
  16097003    40              41
  16098000    300             301
  16099001    50              51
  16099002    30              31
  09171001    500             501
  02000       1000            1001`;

/** What readers are told about all groups. */
async function groupFigures(store: Store, version?: number): Promise<Readonly<Record<string, Figures>>> {
  const all = Object.entries(await allFigures(store, version));
  return Object.fromEntries(
    all.flatMap(([name, found]) => {
      const [, series] = /^in group [\w-]+: group (.+)$/.exec(name) ?? [];
      return series === undefined ? [] : [[series, found]];
    }),
  );
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no problem',
    (error: Error) => error.message,
  );
}

describe.each(askedEngines)('groups on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    // Persons are asked in districts only; a municipality may appear in the table all the same.
    const measures = smallCatalogue.measures.map((measure) =>
      measure.key === 'small/desks' ? ({ ...measure, reportedAt: 'district' } as const) : measure,
    );
    store = await smallStore(engine, { ...smallCatalogue, measures });
  });
  afterEach(async () => {
    const { rows } = await store.database.pool.query<{ source: string }>(
      'select distinct source from territory_group where version_until is null',
    );
    for (const { source } of rows) await importGroups(store, smallGroups('', source));
    await emptyFacts(store);
  });
  afterAll(() => store.close());

  async function totals(indicator: string, period = '2014'): Promise<Readonly<Record<string, unknown>>> {
    const all = Object.entries(await groupFigures(store));
    return Object.fromEntries(
      all
        .filter(([name]) => name.endsWith(` small/${indicator}`))
        .map(([name, found]) => [name.split(' ')[0], found[period]]),
    );
  }

  test('add up districts, municipalities or both, in whatever role they are named', async () => {
    await ingestTable(store, RESIDENTS);
    const imported = await importGroups(
      store,
      smallGroups(`
        cities     16098000 02000
        districts  16097 16098
        mixed      16098 16097002 16097003
        single     02000000
        towns      16097001 160990001001`),
    );
    expect(imported).toMatchObject({ changed: true, groups: 5, members: 10, withdrawn: [] });
    expect(await publishedVersion(store)).toBe(imported.version);
    expect(await totals('residents')).toMatchInlineSnapshot(`
      {
        "cities": "1300 SUMMED 100 %",
        "districts": "500 SUMMED 100 %",
        "mixed": "400 SUMMED 100 %",
        "single": "1000 SUMMED 100 %",
        "towns": "150 SUMMED 100 %",
      }
    `);
    expect(await totals('residentsBefore', '2016')).toMatchObject({ towns: '152 SUMMED 100 %' });
  });

  test('take the best value of each member and hide all for one that is hidden', async () => {
    await importGroups(
      store,
      smallGroups(`
        delivered   16097 16098
        incomplete  16098 16099
        hidden      16098 16097001 16097002
        without     16098 16097002 16097003
        nothing     09171 16097001`),
    );
    // The total of Aue is delivered beside a hidden member; Fels lacks Meise.
    await ingestTable(
      store,
      `
                residents 2014  foreigners 2014
      16097     210             21
      16097001  .               .
      16097002  60              6
      16097003  40              4
      16098     300             30
      16099001  50              5`,
    );
    expect(await totals('residents')).toMatchInlineSnapshot(`
      {
        "delivered": "510 SUMMED 100 %",
        "hidden": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
        "incomplete": "INCOMPLETE SUMMED 50 %",
        "nothing": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
        "without": "400 SUMMED 100 %",
      }
    `);
    expect(await totals('foreignShare')).toMatchInlineSnapshot(`
      {
        "delivered": "10 SUMMED 100 %",
        "hidden": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
        "incomplete": "INCOMPLETE SUMMED 50 %",
        "nothing": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
        "without": "10 SUMMED 100 %",
      }
    `);
    const rows = (await openAggregates(store)).filter(({ name }) => name.startsWith('in group'));
    expect(rows.map(({ difference }) => difference)).toEqual(rows.map(() => null));
  });

  test('roll up by the rule of each measure', async () => {
    await importGroups(store, smallGroups('both 16097 16098000\ntowns 16097001 16097002'));
    await ingestTable(
      store,
      `
                places 2014  waitDays 2014  lowest 2014  highest 2014  offices 2014  rating 2014
      16097001  10           2              5            5             7             1
      16097002  30           6              4            4             7             1
      16097003  20           3              3            9             7             1
      16098     40           9              8            8             1             1`,
    );
    const found: Record<string, unknown> = {};
    for (const name of ['places', 'waitDays', 'lowest', 'highest', 'offices', 'rating']) {
      found[name] = await totals(name);
    }
    expect(found).toMatchInlineSnapshot(`
      {
        "highest": {
          "both": "9 SUMMED 100 %",
          "towns": "5 SUMMED 100 %",
        },
        "lowest": {
          "both": "3 SUMMED 100 %",
          "towns": "4 SUMMED 100 %",
        },
        "offices": {
          "both": "4 SUMMED 100 %",
          "towns": "2 SUMMED 100 %",
        },
        "places": {
          "both": "100 SUMMED 100 %",
          "towns": "40 SUMMED 100 %",
        },
        "rating": {},
        "waitDays": {
          "both": "6.2 SUMMED 100 %",
          "towns": "5 SUMMED 100 %",
        },
      }
    `);
    // A hidden weight hides the mean.
    await ingestTable(store, `  places 2014\n 16097001 .\n 16097002 30\n 16097003 20\n 16098 40`);
    expect(await totals('waitDays')).toMatchInlineSnapshot(`
      {
        "both": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
        "towns": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
      }
    `);
  });

  test('have no own counts of persons, and of municipalities nothing that is not published of them', async () => {
    await importGroups(store, smallGroups('both 16097 16098\ntowns 16097001 16097002\none 16097001'));
    await ingestTable(
      store,
      `
                helped 2014  desks 2014
      16097001  10           1
      16097002  4            2
      16097003  4            3
      16098     90           4
      16097     18           6`,
    );
    expect(await figures(store, 'district 16097', 'helped')).toMatchObject({ 2014: '18 DELIVERED' });
    expect(await totals('helped')).toEqual({});
    expect(await totals('desks')).toEqual({ both: '10 SUMMED 100 %' });
  });

  test('hold the members of the day that figures belong to', async () => {
    await ingestTable(store, RESIDENTS);
    await importGroups(
      store,
      smallGroups(`
        grows    16097 16098@2015-01-01..
        shrinks  16097 16098@2010-01-01..2014-12-31
        changes  16097@2010-01-01..2014-12-31 16098@2015-01-01..
        ended    16097@2010-01-01..2014-12-31
        stays    16097@2010-01-01..2014-12-31 16097@2015-01-01.. 16098`),
    );
    const all = await groupFigures(store);
    expect(Object.entries(all).filter(([name]) => name.endsWith(' small/residents'))).toMatchInlineSnapshot(`
      [
        [
          "changes small/residents",
          {
            "2014": "200 SUMMED 100 %",
            "2015": "301 SUMMED 100 % BREAK REFORM",
          },
        ],
        [
          "ended small/residents",
          {
            "2014": "200 SUMMED 100 %",
          },
        ],
        [
          "grows small/residents",
          {
            "2014": "200 SUMMED 100 %",
            "2015": "504 SUMMED 100 % BREAK REFORM",
          },
        ],
        [
          "shrinks small/residents",
          {
            "2014": "500 SUMMED 100 %",
            "2015": "203 SUMMED 100 % BREAK REFORM",
          },
        ],
        [
          "stays small/residents",
          {
            "2014": "500 SUMMED 100 %",
            "2015": "504 SUMMED 100 %",
          },
        ],
      ]
    `);
  });

  test('expect a member that has ceased to exist as long as it is declared', async () => {
    await emptyStore(store);
    await importRegister(store, register2013, { checksum: 'a' });
    await importGroups(store, smallGroups('fels 16099001 16099002'));
    await ingestTable(store, `  residents 2014  residents 2022\n 16099001 50 51\n 16099002 30 -`);
    const before = await publishedVersion(store);
    expect(await totals('residents', '2014')).toEqual({ fels: '80 SUMMED 100 %' });
    await importRegister(store, register2021, { checksum: 'b' });
    expect(await totals('residents', '2014')).toEqual({ fels: '80 SUMMED 100 %' });
    expect(await totals('residents', '2022')).toEqual({ fels: 'INCOMPLETE SUMMED 50 %' });
    await importGroups(store, smallGroups('fels 16099001 16099002@2010-01-01..2021-12-30'));
    expect(await totals('residents', '2022')).toEqual({ fels: '51 SUMMED 100 % BREAK REFORM' });
    expect(await groupFigures(store, before)).toMatchObject({
      'fels small/residents': { 2014: '80 SUMMED 100 %' },
    });
    await emptyStore(store);
    await importRegister(store, register2013, { checksum: 'c' });
    await importRegister(store, register2021, { checksum: 'd' });
  });

  test('follow what is delivered for their members', async () => {
    await importGroups(store, smallGroups('both 16097 16098'));
    await ingestTable(store, `  residents 2014\n 16097 200\n 16098 300`);
    expect(await totals('residents')).toEqual({ both: '500 SUMMED 100 %' });
    await ingestTable(store, `  residents 2014\n 16097 201\n 16098 300`);
    expect(await totals('residents')).toEqual({ both: '501 SUMMED 100 %' });
    await ingestTable(store, `  residents 2014\n 16097 201`);
    expect(await totals('residents')).toEqual({ both: 'INCOMPLETE SUMMED 50 %' });
    await ingestTable(store, `  residents 2014\n 16099 5`);
    expect(await totals('residents')).toEqual({});
  });

  test('stand as their source declares them at last; earlier versions answer as before', async () => {
    await ingestTable(store, RESIDENTS);
    const first = await importGroups(store, smallGroups('one 16097\ntwo 16098'));
    const other = await importGroups(store, smallGroups('three 16099', 'Other'));
    const seen = await groupFigures(store, first.version);

    expect(await importGroups(store, smallGroups('one 16097\ntwo 16098'))).toEqual({
      version: other.version,
      changed: false,
      groups: 2,
      members: 2,
      withdrawn: [],
      series: 0,
    });
    const second = await importGroups(store, smallGroups('one 16097 16098'));
    expect(second).toMatchObject({ changed: true, withdrawn: ['two'] });
    expect(await totals('residents')).toEqual({ one: '500 SUMMED 100 %', three: '80 SUMMED 100 %' });
    expect(await groupFigures(store, first.version)).toEqual(seen);

    const third = await importGroups(store, smallGroups('two 16097'));
    expect(third).toMatchObject({ changed: true, withdrawn: ['one'] });
    expect(await totals('residents')).toEqual({ two: '200 SUMMED 100 %', three: '80 SUMMED 100 %' });
    expect(await groupFigures(store, first.version)).toEqual(seen);
    expect(await importGroups(store, smallGroups(''))).toMatchObject({ withdrawn: ['two'], groups: 0 });
    expect(await totals('residents')).toEqual({ three: '80 SUMMED 100 %' });
  });

  test('are refused whole, with everything that is wrong', async () => {
    await importGroups(store, smallGroups('taken 16097', 'Other'));
    const before = await everyRow(store);
    const file = smallGroups(`
      taken   16097
      new     16098 16096 16097999 16099002@2013-12-31..2021-12-31
      late    16099003@2014-01-01.. 16099002`);
    expect(await messageOf(importGroups(store, file))).toMatchInlineSnapshot(`
      "groups.json is refused: 6 problems, nothing was stored
        groups.json groups[0].key: 'taken' is a group that 'Other' declares: choose another key, or name that source
        groups.json groups[1].members[1].key: no register or list of changes knows a district 16096: import the one of its time first, or mend the key
        groups.json groups[1].members[2].key: no register or list of changes knows a municipality 16097999: import the one of its time first, or mend the key
        groups.json groups[1].members[3].until: 16099002 is in force until 2021-12-30, not until 2021-12-31, as far as registers and lists of changes say
        groups.json groups[2].members[0].from: 16099003 is in force from 2021-12-31, not from 2014-01-01, as far as registers and lists of changes say
        groups.json groups[2].members[1].until: 16099002 is in force until 2021-12-30, not without an end, as far as registers and lists of changes say"
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('that are wrong in themselves are told together with what the store does not know', async () => {
    const before = await everyRow(store);
    const members = [
      { key: '16097', from: '2010-01-01' },
      { key: '16888', from: '2010-01-01' },
      { key: '16097888', from: '2010-01-01' },
      { key: '16777' },
      { key: '16776', from: '2014-01-01', until: '2013-12-31' },
      { key: '1609', from: '2010-01-01' },
    ];
    const group = { key: 'new', title: { de: 'Neu', en: 'New' }, category: 'REGION', members };
    const file = groupsOf('groups.json', JSON.stringify({ source: 'Test', groups: [group] }));
    expect(await messageOf(importGroups(store, file))).toMatchInlineSnapshot(`
      "groups.json is refused: 9 problems, nothing was stored
        groups.json groups[0].category: 'REGION' is none: write one of PLANNING_REGION, JOB_CENTRE_DISTRICT, PARTNERSHIP, OTHER
        groups.json groups[0].members[3].from: is missing: write it as 2013-01-01
        groups.json groups[0].members[4].until: 2013-12-31 lies before 2014-01-01, from which it counts
        groups.json groups[0].members[5].key: '1609' is no key of a territory: write the 5 digits of a district, or the 8 (AGS) or 12 (ARS) of a municipality
        groups.json groups[0].members[2]: 16097888 lies in 16097 (groups[0].members[0]): it would count twice
        groups.json groups[0].members[1].key: no register or list of changes knows a district 16888: import the one of its time first, or mend the key
        groups.json groups[0].members[2].key: no register or list of changes knows a municipality 16097888: import the one of its time first, or mend the key
        groups.json groups[0].members[3].key: no register or list of changes knows a district 16777: import the one of its time first, or mend the key
        groups.json groups[0].members[4].key: no register or list of changes knows a district 16776: import the one of its time first, or mend the key"
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('are stored whole or not at all', async () => {
    await ingestTable(store, RESIDENTS);
    const before = await everyRow(store);
    const stop = new AbortController();
    const stopped = importGroups(store, smallGroups('first-of-all 16097 16098'), {
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'publishing' && stop.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await everyRow(store)).toEqual(before);
  });

  test('of territories that only tables know are refused', async () => {
    await ingestTable(store, `  residents 2014\n 16100001 5`);
    expect(await messageOf(importGroups(store, smallGroups('new 16100')))).toContain(
      'groups[0].members[0].key: no register or list of changes knows a district 16100',
    );
  });

  test('are left alone by registers', async () => {
    await ingestTable(store, RESIDENTS);
    await importGroups(store, smallGroups('one 16097 16098000\ntwo 16099001'));
    const rows = async () => {
      const { rows: found } = await store.database.pool.query(
        `select t.key, v.name, v.version_from, m.member_id, m.version_from as since
         from territory t
         join territory_version v on v.territory_id = t.id and v.version_until is null
         join membership m on m.parent_id = t.id and m.relation = 'group' and m.version_until is null
         where t.kind = 'group' order by 1, 4`,
      );
      return found;
    };
    const [before, seen] = [await rows(), await groupFigures(store)];
    expect(before).toHaveLength(3);
    await importRegister(store, registerOf('2017-12-31', REGISTER_2017), { checksum: 'of 2017' });
    expect(await rows()).toEqual(before);
    expect(await groupFigures(store)).toEqual(seen);
  });
});

/** Aue and Eiche as ever, and Fels with Meise, who left between 2017 and 2021. */
const REGISTER_2017 = `
  16            Bergland
  16097         Aue          44
  160970001     Ahorn        50
  160970001001  Ahorn        63  100
  160975001     Am Bach      54
  160975001002  Birke        64  60
  160975001003  Buche        64  40
  16098         Eiche        41
  160980000     Eiche        50
  160980000000  Eiche        61  300
  16099         Fels         44
  160990001     Lerche       50
  160990001001  Lerche       64  50
  160990002     Meise        50
  160990002002  Meise        64  30`;

describe.each(askedEngines)('the order of imports on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  test('does not matter for groups', async () => {
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      early: () => importRegister(store, register2013, { checksum: 'early' }),
      late: () => importRegister(store, register2021, { checksum: 'late' }),
      groups: () =>
        importGroups(
          store,
          smallGroups('one 16097 16098@2015-01-01..\ntwo 16098000 16099002@2010-01-01..2020-12-31 16099001'),
        ),
      residents: () => ingestTable(store, RESIDENTS),
      foreigners: () =>
        ingestTable(store, `  foreigners 2014\n 16097 20\n 16098 .\n 16099001 5\n 16099002 3`, {
          input: 'small/second',
        }),
    };
    const orders = [
      ['early', 'late', 'groups', 'residents', 'foreigners'],
      ['residents', 'early', 'groups', 'late', 'foreigners'],
      ['foreigners', 'residents', 'early', 'late', 'groups'],
      ['early', 'groups', 'foreigners', 'residents', 'late'],
    ];
    const found: unknown[] = [];
    for (const order of orders) {
      await emptyStore(store);
      for (const step of order) await steps[step]?.();
      found.push(await groupFigures(store));
    }
    expect(Object.keys(found[0] as object)).toHaveLength(8);
    expect(found.slice(1)).toEqual(orders.slice(1).map(() => found[0]));
  });

  test('does not matter for reforms: those of a member are those of its groups, while it is one', async () => {
    const groups = smallGroups(`
      aue       16097 16098
      birke     16097002 16098
      both      16097 16099
      buche     16097003 16098
      eiche     16098
      joins     16098 16097@2015-08-01..
      leaves    16098 16097@2010-01-01..2015-06-30
      leaves-late 16098 16097@2010-01-01..2015-07-01`);
    const list = changeListOf(
      2015,
      `
      PART_MOVED  2015-07-01  160975001002  Birke  160975001002  Birke   50
      PART_MOVED  2015-07-01  160975001002  Birke  160990001001  Lerche  10`,
    );
    const steps = {
      list: () => importChangeList(store, list, { checksum: 'changes' }),
      groups: () => importGroups(store, groups),
      residents: () => ingestTable(store, RESIDENTS),
    };
    const found: unknown[] = [];
    for (const order of ['list groups residents', 'groups residents list', 'residents list groups']) {
      await emptyStore(store);
      await importRegister(store, register2013, { checksum: 'reforms' });
      for (const step of order.split(' ')) await steps[step as keyof typeof steps]();
      const { rows } = await store.database.pool.query<{ line: string }>(
        `select t.key || ' ' || r.day as line from reform r join territory t on t.id = r.territory_id
         where t.kind = 'group' and r.version_until is null order by 1`,
      );
      found.push({ reforms: rows.map(({ line }) => line), figures: await groupFigures(store) });
    }
    expect(found.slice(1)).toEqual([found[0], found[0]]);
    expect(found[0]).toMatchObject({
      reforms: [
        'aue 2015-07-01',
        'birke 2015-07-01',
        'both 2015-07-01',
        'joins 2015-08-01',
        'leaves 2015-07-01',
        'leaves-late 2015-07-01',
        'leaves-late 2015-07-02',
      ],
      figures: {
        'aue small/residents': { 2015: '504 SUMMED 100 % BREAK REFORM' },
        'buche small/residents': { 2015: '342 SUMMED 100 %' },
        'eiche small/residents': { 2015: '301 SUMMED 100 %' },
      },
    });
  });

  /** A cell of a table: a figure, or one of the signs that say why there is none, or no row at all. */
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 500 }).map(String) },
    fc.constantFrom('.', '/', '...', 'x', '-', '_'),
  );
  const KEYS = ['16097', '16097001', '16097002', '16097003', '16098', '16099001', '16099002'] as const;

  test('a group of all districts of a Land has what the Land has', async () => {
    await emptyStore(store);
    await importRegister(store, register2013, { checksum: 'first' });
    await importGroups(store, smallGroups('all 16097 16098 16099'));
    const rows = fc.tuple(...KEYS.map(() => fc.tuple(cell, cell, cell, cell)));
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        await emptyFacts(store);
        const lines = cells.map((row, index) => `${KEYS[index]} ${row.join(' ')}`);
        const head = 'residents 2014  foreigners 2014  waitDays 2014  places 2014';
        await ingestTable(store, [head, ...lines, '09171001 1 1 1 1'].join('\n'));
        for (const name of ['residents', 'foreigners', 'foreignShare', 'waitDays', 'places']) {
          expect(await figures(store, 'group all', name)).toEqual(await figures(store, 'state 16', name));
        }
      }),
      { numRuns: engine.name === 'postgres' ? 6 : 2 },
    );
  });
});
