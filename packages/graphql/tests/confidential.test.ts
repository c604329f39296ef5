import { actingOperator } from '@kreisweit/domain';
import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../src/index.ts';
import { askAs } from './ask-as.ts';
import { everyField } from './every-field.ts';
import { secrets } from './fixture/insert-inner-facts.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';
import { ofCooperation } from './fixture/of-cooperation.ts';

const id = (name: string) => JSON.stringify(Buffer.from(name).toString('base64'));

/** The periods of series; other fields have days of the same names. */
function fromTo(period: string): Readonly<Record<string, string>> {
  const fields = ['series', 'seriesOf', 'seriesBy'];
  return Object.fromEntries(
    fields.flatMap((field) => [
      [`${field}.from`, period],
      [`${field}.to`, period],
    ]),
  );
}

/** Questions about the district with the hidden member and about that member itself. */
const asReported = [
  {
    key: '"09199"',
    'municipality.key': '"09199003"',
    'territory.key': '"DG"',
    'group.key': '"verdeckt"',
    'indicator.key': '"population/foreigners"',
    'subject.key': '"population/inhabitants"',
    id: id('District:09199'),
    ids: `[${id('Municipality:09199003')}, ${id('State:09')}]`,
    indicator: '"population/foreigners"',
    indicators: '["population/foreigners", "population/foreignShare"]',
    period: '"2015"',
    base: '"2014"',
    dimension: '"sex"',
    level: 'MUNICIPALITY',
    among: '{ inside: STATE }',
    measure: '"population/foreigners"',
    district: '"09199"',
    plugin: '"population"',
    first: '100',
    ...ofCooperation,
    text: '"dorf"',
  },
  {
    key: '"09199"',
    on: '"2015-12-31"',
    'municipality.key': '"09199001"',
    'territory.key': '"091995001"',
    'group.key': '"offen"',
    'indicator.key': '"population/foreignShare"',
    'subject.key': '"population/inhabitants"',
    id: id('Municipality:09199003'),
    ids: `[${id('Association:091995001')}]`,
    indicator: '"population/foreignShare"',
    indicators: '["population/foreignShare"]',
    period: '"2015"',
    base: '"2015"',
    dimension: '"sex"',
    level: 'DISTRICT',
    among: '{ group: "kreise" }',
    measure: '"population/foreigners"',
    district: '"09199"',
    plugin: '"population"',
    asOf: '2',
    ...fromTo('"2015"'),
    breakdown: '[]',
    'districts.filter': '{ search: "" }',
    'indicators.filter': '{ search: "" }',
    first: '1',
    ...ofCooperation,
    text: '"Muster"',
  },
];

/** As reported, and on the boundaries of days before, between and after the registers. */
const days = [undefined, '2013-12-31', '2015-06-30', '2021-12-31'];

/** Documents with every field, each with the days that it is to be asked for. */
const questions = everyField(
  createSchema(),
  asReported.map((variant) => ({ ...variant, boundariesOn: '$day' })),
).map((document) =>
  document.includes('$day')
    ? { document: `query ($day: Date) ${document}`, on: days }
    : { document, on: [undefined] },
);

/** Groups with the hidden member, and one of all others. */
const groups = [
  ['verdeckt', '09199001', '09199003'],
  ['kreise', '09199', '09198'],
  ['offen', '09199001', '09198'],
].map(([key, ...members]) => ({
  key,
  title: { de: `Gruppe ${key}`, en: `Group ${key}` },
  category: 'OTHER',
  members: members.map((member) => ({ key: member, from: '2010-01-01' })),
}));

describe.each(askedEngines)('confidential figures on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await importGroups(store, groupsOf('groups.json', JSON.stringify({ source: 'Test', groups })));
  });
  afterAll(() => store.close());

  test('stand in no field of any answer, nor anything they follow from', async () => {
    const numbers = new Set<number>();
    const statuses = new Set<string>();
    for (const { document, on } of questions) {
      for (const day of on) {
        const variables = day === undefined ? {} : { day };
        // Not even an administrator is shown them.
        const { data, errors } = await askAs(store, actingOperator, document, { variables });
        expect(errors).toEqual([]);
        collect(data, numbers, statuses);
      }
    }
    // The walk has seen what is published of the very cells that must stay hidden.
    expect(numbers).toContain(136247);
    expect(numbers).toContain(31111);
    expect(statuses).toContain('CONFIDENTIAL_OR_UNKNOWN');
    // Also how values are explained, with members where all of them are free.
    expect([...statuses]).toEqual(expect.arrayContaining(['Component', 'Contribution', 'MissingMembers']));
    for (const secret of Object.values(secrets)) expect(numbers).not.toContain(secret);
  }, 120_000);
});

function collect(data: unknown, numbers: Set<number>, texts: Set<string>): void {
  if (typeof data === 'number') numbers.add(data);
  else if (typeof data === 'string') {
    texts.add(data);
    for (const digits of data.match(/\d+(?:\.\d+)?/g) ?? []) numbers.add(Number(digits));
  } else if (typeof data === 'object' && data !== null) {
    for (const part of Object.values(data)) collect(part, numbers, texts);
  }
}
