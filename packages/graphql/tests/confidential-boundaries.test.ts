import { actingOperator } from '@kreisweit/domain';
import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import { askedEngines, type Engine, ingestTable, reformedCountry } from '@kreisweit/store/testing';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../src/index.ts';
import { askAs } from './ask-as.ts';
import { everyField } from './every-field.ts';
import { ofCooperation } from './fixture/of-cooperation.ts';

const id = (name: string) => JSON.stringify(Buffer.from(name).toString('base64'));

/** Until when those lived that are gone. */
const ENDS: Readonly<Record<string, string>> = {
  '16092002': '2016-12-30',
  '16093': '2017-12-30',
  '16098': '2018-12-30',
};

const groups = {
  source: 'Test',
  groups: [
    ['altberg', '16091', '16092'],
    ['altohne', '16091001', '16092'],
    ['erle', '16092002', '16093'],
    ['rest', '16093', '16094', '16098', '16099'],
  ].map(([key, ...members]) => ({
    key,
    title: { de: `Gruppe ${key}`, en: `Group ${key}` },
    category: 'OTHER',
    members: members.map((member) => ({ key: member, from: '2010-01-01', until: ENDS[member] ?? null })),
  })),
};

/** Numbers that nobody may learn: those of hidden municipalities, and own counts of fewer than three persons. */
type Secrets = {
  readonly birke: number;
  readonly erle: number;
  readonly hasel: number;
  readonly few: number;
};

/**
 * In every district that was divided or merged two members are hidden, so that nothing follows from its delivered row.
 * Of own counts two districts have few persons in total, and one in a category.
 */
async function countryWith({ birke, erle, hasel, few }: Secrets, engine: Engine): Promise<Store> {
  const store = await reformedCountry(engine);
  await importGroups(store, groupsOf('groups.json', JSON.stringify(groups)));
  await ingestTable(
    store,
    `
              people 2014  residents 2014  foreigners 2014  places 2014  waitDays 2014  benefits 2014  helped 2014  helped 2014 female  asked 2014  helped 2018  asked 2018  helped 2016
    16091     20000        20000           700              70           5              70             41           20                  400         45           410           40
    16091001  10000        10000           .                .            4              ${birke}       7            ${few}              _           _            _           _
    16091002  .            .               .                40           6              ${birke + 1}   6            _                   _           _            _           _
    16091003  .            .               300              10           7              ${birke + 2}   _            _                   _           _            _           _
    16092     30000        30000           800              80           5              80             ${few}       0                   300         33           310           ${few}
    16092001  .            .               .                20           5              ${erle}        5            _                   _           _            _           _
    16092002  .            .               .                60           5              ${erle + 1}    5            _                   _           _            _           _
    16093     5000         5000            100              10           5              10             12           6                   100         _            _           12
    16093001  5000         5000            100              10           5              10             12           _                   _           _            _           _
    16094     8000         8000            200              20           5              20             ${few}       ${few}              200         21           220           9
    16094001  .            .               *                10           5              ${hasel}       5            _                   _           _            _           _
    16094002  .            .               *                10           5              ${hasel + 1}   5            _                   _           _            _           _
    16098     9000         9000            900              90           5              90             90           45                  900         _            _           9
    16099     700          700             70               7            5              7              30           ${few}              70          31           71           8`,
  );
  // As a faulty import might leave it behind.
  await store.database.pool.query(
    `update observation o set value = case right(t.key, 3) when '001' then $1::float8 when '002' then $2 else $3 end
     from territory t
     where t.id = o.territory_id and o.status >= 70`,
    [birke, erle, hasel],
  );
  return store;
}

const days = ['2014-06-30', '2018-12-31', '2021-12-31'];

/** Every field, on the boundaries of many days, for all territories that have to do with what is hidden. */
const variants = days.flatMap((day, index) =>
  [
    ['16091', '16091001', 'altberg', 'people', 'benefits'],
    ['16092', '16091007', 'altohne', 'foreigners', 'foreignShare'],
    ['16094', '16091003', 'erle', 'helped', 'waitDays'],
  ].map(([district, municipality, group, one, other], which) => ({
    key: `"${district}"`,
    'municipality.key': `"${municipality}"`,
    'territory.key': which === 0 ? '"16"' : which === 1 ? '"DG"' : `"${municipality}"`,
    'group.key': `"${group}"`,
    'indicator.key': `"small/${one}"`,
    id: id(`District:${district}`),
    ids: `[${id(`Municipality:${municipality}`)}, ${id('State:16')}]`,
    indicator: `"small/${which === index % 3 ? other : one}"`,
    indicators: `["small/${one}", "small/${other}", "small/helped", "small/helpedShare", "small/benefits"]`,
    district: `"${district}"`,
    plugin: '"small"',
    measure: `"small/${which === 2 ? 'helped' : which === 1 ? 'foreigners' : 'benefits'}"`,
    period: '"2014"',
    base: '"2014"',
    dimension: '"sex"',
    'seriesBy.indicator': which === 2 ? '"small/helped"' : '"small/residents"',
    level: which % 2 === 0 ? 'DISTRICT' : 'MUNICIPALITY',
    among: ['{ inside: STATE }', '{ sameDesignationInside: COUNTRY }', `{ group: "${group}" }`][which] ?? '',
    first: '100',
    text: '"er"',
    boundariesOn: `"${day}"`,
    ...ofCooperation,
  })),
);

function isOfTerritory(document: string): boolean {
  return /^{ (district|municipality|territory|group|reporting)\(/.test(document);
}

/** All answers, but for the moments at which something was stored. */
async function answersOf(store: Store): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const document of everyField(createSchema(), variants).filter(isOfTerritory)) {
    const { data, errors } = await askAs(store, actingOperator, document);
    expect(errors).toEqual([]);
    answers.push(JSON.stringify(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'));
  }
  return answers;
}

describe.each(askedEngines)('on the boundaries of any day on $name', (engine) => {
  test('no answer depends on a hidden number', async () => {
    const one = await countryWith({ birke: 4321, erle: 5432, hasel: 6543, few: 1 }, engine);
    const answers = await answersOf(one);
    await one.close();
    const other = await countryWith({ birke: 1234, erle: 2345, hasel: 3456, few: 2 }, engine);
    const otherAnswers = await answersOf(other);
    await other.close();
    expect(otherAnswers).toEqual(answers);
    // The walk has seen what was carried over, and why other values were not.
    const all = answers.join();
    const words = [
      'OWN_COUNT',
      'NOT_IN_FORCE',

      'ESTIMATED',
      'Component',
      'Contribution',
      'CONFIDENTIAL_OR_UNKNOWN',
      'CONFIDENTIAL',
    ];
    expect(words.filter((word) => !all.includes(`"${word}"`))).toEqual([]);
  }, 120_000);
});
