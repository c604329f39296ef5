import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actorKindTitles, personalDataHints } from '@kreisweit/domain';
import { type Register, readRegister } from '@kreisweit/store';
import { describe, expect, test } from 'vitest';
import { demoActors } from './demo-actors.ts';
import { demoCensus } from './demo-census.ts';
import { demoTables } from './demo-facts.ts';
import { demoForeigners } from './demo-foreigners.ts';
import { demoRegister, demoRegisterLater } from './demo-register.ts';
import { demoResidents } from './demo-residents.ts';
import type { DemoTable } from './demo-table.ts';

const districts = ['03153', '09473', '12070'];

/** Where each table lies, what heads its columns there, and how its rows are told apart. */
const officialTables = [
  {
    table: demoResidents,
    path: 'observations/municipalities/12411-01-01-5_00.csv',
    headings: ['2011', '2012', '2013', '2014', '2015'].map((year) => `31.12.${year}/Insgesamt`),
    keyColumn: 0,
    isWanted: () => true,
  },
  {
    table: demoCensus,
    path: 'observations/municipalities/12111-01-01-5_00.csv',
    headings: ['Bevölkerung/Insgesamt/Insgesamt/Anzahl', 'Bevölkerung/Ausländer(innen)/Insgesamt/Anzahl'],
    keyColumn: 0,
    isWanted: () => true,
  },
  {
    table: demoForeigners,
    path: 'observations/districts/12411-03-03-4_00.csv',
    headings: ['Insgesamt/Insgesamt', 'Ausländer(innen)/Insgesamt'],
    keyColumn: 1,
    isWanted: ([day, , , ageGroup]: readonly string[]) => day === '31.12.2015' && ageGroup === 'Insgesamt',
  },
];

describe.each(officialTables)('table $table.table', ({ table, path, headings, keyColumn, isWanted }) => {
  const official = officialTable(path);

  test('holds every row of the districts, each number and sign as delivered', () => {
    const columns = headings.map((heading) => official.headings.indexOf(heading));
    expect(columns).not.toContain(-1);
    const rows = official.rows
      .filter((cells) => districts.some((district) => cells[keyColumn]?.startsWith(district)))
      .filter(isWanted)
      .map((cells) => [
        cells[keyColumn],
        cells[keyColumn + 1]?.trim(),
        ...columns.map((column) => cells[column]),
      ]);
    expect(table.rows).toEqual(rows);
    for (const row of table.rows) expect(row).toHaveLength(2 + table.columns.length);
  });

  test('names title, notes, day of retrieval and licence as the file does', () => {
    expect(official.preamble).toContain(`GENESIS-Tabelle: ${table.table} ${table.title}`);
    expect(table.notes.join(' ')).toBe(official.notes);
    expect(official.footer).toContain(`© ${table.institute}`);
    expect(official.footer).toContain('Datenlizenz Deutschland - Namensnennung - Version 2.0');
    const [year, month, day] = table.retrieved.split('-');
    expect(official.footer).toContain(`Stand: ${day}.${month}.${year} /`);
  });
});

describe.each([demoRegister, demoRegisterLater])('register $file', (register) => {
  test('is the part of the official register that concerns the districts', { timeout: 60_000 }, async () => {
    const official = await readRegister(dataFile(`register/${register.file}`));
    const entries = official.entries.filter(({ ars }) =>
      districts.some((district) => ars.startsWith(district) || district.startsWith(ars)),
    );
    expect(register).toEqual({ ...official, entries });
  });
});

test('the registers hold the three districts, some municipalities of one edition only', () => {
  const later = municipalities(demoRegisterLater);
  const earlier = municipalities(demoRegister);
  const gone = [...earlier.keys()].filter((ags) => !later.has(ags));
  const come = [...later.keys()].filter((ags) => !earlier.has(ags));
  expect({ earlier: earlier.size, later: later.size }).toMatchInlineSnapshot(`
    {
      "earlier": 59,
      "later": 54,
    }
  `);
  expect(gone).toMatchInlineSnapshot(`
    [
      "03153005",
      "03153007",
      "03153013",
      "03153006",
      "03153009",
      "03153014",
      "03153001",
      "03153004",
      "03153011",
      "03153015",
      "09473444",
    ]
  `);
  expect(come).toMatchInlineSnapshot(`
    [
      "03153017",
      "03153018",
      "03153019",
      "09473452",
      "09473453",
      "09473454",
    ]
  `);
});

test('the register of 2013 counts the residents that the table shows for 2013', () => {
  const shown = demoResidents.rows.flatMap(([key, , , , residents2013]) =>
    districts.includes(key) || isSamtgemeinde(key) || residents2013 === '-'
      ? []
      : [[agsOfKey(key), Number(residents2013)] as const],
  );
  expect(new Map(shown)).toEqual(municipalities(demoRegister));
});

describe.each([demoResidents, demoCensus])('sums of $table', (table) => {
  test.each(districts)('the members of %s add up to its own row', (district) => {
    const members = table.rows.filter(
      ([key]) => key !== district && key.startsWith(district) && !isSamtgemeinde(key),
    );
    expect(members.length).toBeGreaterThan(10);
    expect(columnSums(table, members)).toEqual(columnSums(table, rowsOf(table, district)));
  });

  test.each(['03153401', '03153402'])('the members of the Samtgemeinde %s add up to its own row', (key) => {
    const members = table.rows.filter((row) => row[0].startsWith(key) && row[0] !== key);
    expect(members.length).toBeGreaterThan(2);
    expect(columnSums(table, members)).toEqual(columnSums(table, rowsOf(table, key)));
  });
});

test('both tables of the population update count the same residents in 2015', () => {
  for (const district of districts) {
    const [[, , residents] = []] = rowsOf(demoForeigners, district);
    expect(residents).toBe(rowsOf(demoResidents, district)[0]?.at(-1));
  }
});

test('the tables hold whole numbers and the sign for nothing, no other', () => {
  for (const { rows } of demoTables) {
    for (const [, , ...cells] of rows) for (const cell of cells) expect(cell).toMatch(/^(\d+|-)$/);
  }
});

describe('actors', () => {
  test.each(districts)('about eighteen work in %s, of every kind that takes part', (district) => {
    const present = demoActors.filter(({ territories }) =>
      territories.some((key) => key.startsWith(district)),
    );
    expect(present.length).toBeGreaterThanOrEqual(18);
    expect(present.length).toBeLessThanOrEqual(20);
    expect(present.every((actor) => actor.district === district)).toBe(true);
    const kinds = present.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(Object.keys(actorKindTitles)));
    expect(kinds.filter((kind) => kind === 'administration').length).toBeGreaterThanOrEqual(5);
    expect(present.some(({ kind, migrantLed }) => migrantLed && kind !== 'migrantOrganisation')).toBe(true);
    expect(present.some(({ memberships }) => memberships.length > 0)).toBe(true);
  });

  test('are told apart by their keys and names', () => {
    expect(new Set(demoActors.map(({ key }) => key)).size).toBe(demoActors.length);
    expect(new Set(demoActors.map(({ name }) => name)).size).toBe(demoActors.length);
  });

  test.each(demoActors)('$key is complete and recognisably invented', (actor) => {
    expect(actor.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.keys(actorKindTitles)).toContain(actor.kind);
    expect(actor.name).toMatch(/ \(Beispiel\)$/);
    expect(actor.demo).toBe(true);
    expect(actor.topics).not.toEqual([]);
    for (const topic of actor.topics) expect(topic).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const languageNames = new Intl.DisplayNames('en', { type: 'language' });
    for (const language of actor.languages) {
      expect(language).toMatch(/^[a-z]{2}$/);
      expect(languageNames.of(language)).not.toBe(language);
    }
    expect(actor.languages).toContain('de');
  });

  test.each(demoActors)('$key works in territories of the later register', ({ territories }) => {
    const known = demoRegisterLater.entries
      .filter(({ kind }) => kind === 'district' || kind === 'municipality')
      .map(({ ags }) => ags);
    expect(territories).not.toEqual([]);
    expect(known).toEqual(expect.arrayContaining([...territories]));
  });

  test.each(demoActors)('$key gives no telephone number and no real address', (actor) => {
    const { name, description, website, email } = actor;
    for (const text of [name, description.de, description.en]) {
      expect(text).not.toMatch(/[@\d]|https?:|www\./);
    }
    expect(website).toMatch(/^https:\/\/example\.org\//);
    expect(email).toMatch(/@example\.org$/);
    expect([name, website, email, actor.source].flatMap((text) => personalDataHints(text ?? ''))).toEqual([]);
  });
});

/** A GENESIS table as the institute delivers it; the headings of a column are joined by slashes. */
function officialTable(path: string) {
  const [table = '', footer = ''] = readFileSync(dataFile(path), 'utf8').split('\n__________\n');
  const lines = table.split('\n').map((line) => line.split(';'));
  const firstHeading = lines.findIndex(([first]) => first === '');
  const firstRow = lines.findIndex(([first], index) => index > firstHeading && first !== '');
  const headings = lines.slice(firstHeading, firstRow);
  return {
    preamble: plain(
      lines
        .slice(0, firstHeading)
        .map(([first]) => first)
        .join(' '),
    ),
    headings: (headings[0] ?? []).map((_, column) => headings.map((cells) => cells[column]).join('/')),
    rows: lines.slice(firstRow),
    notes: /^"zu ""[^"]*"": (.*)" "©/.exec(plain(footer))?.[1] ?? '',
    footer: plain(footer),
  };
}

function dataFile(path: string): string {
  const file = fileURLToPath(new URL(`../../../../../shared/data/${path}`, import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(
    `${file} is missing: put the folder with the official data beside the repository as "shared"`,
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function municipalities(register: Register): ReadonlyMap<string | null, number | null> {
  return new Map(
    register.entries
      .filter(({ kind }) => kind === 'municipality')
      .map(({ ags, population }) => [ags, population]),
  );
}

function rowsOf(table: DemoTable, key: string): DemoTable['rows'] {
  return table.rows.filter((row) => row[0] === key);
}

function columnSums(table: DemoTable, rows: DemoTable['rows']): readonly number[] {
  return table.columns.map((_, column) =>
    rows.reduce((sum, row) => sum + (row[2 + column] === '-' ? 0 : Number(row[2 + column])), 0),
  );
}

function isSamtgemeinde(key: string): boolean {
  return /^03\d{3}4\d{2}$/.test(key);
}

/** The AGS of a municipality's key: its first five and last three digits. */
function agsOfKey(key: string): string {
  return key.slice(0, 5) + key.slice(-3);
}
