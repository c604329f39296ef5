import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from './read-register.ts';
import { realRegisters } from './real-registers.ts';
import type { Register, RegisterEntry, RegisterKind } from './register-entry.ts';

describe.each([
  {
    path: realRegisters.sheet2013,
    format: 'AuszugGV',
    territoryDate: '2013-12-31',
    populationDate: '2013-12-31',
    districts: 402,
    associations: 4571,
    ownAssociations: 3277,
    municipalities: 11_237,
    uninhabited: 76,
    population: 80_767_463,
    degrees: [125, 2641, 8471],
  },
  {
    path: realRegisters.sheet2021,
    format: 'AuszugGV',
    territoryDate: '2021-12-31',
    populationDate: '2021-12-31',
    districts: 400,
    associations: 4606,
    ownAssociations: 3398,
    municipalities: 10_997,
    uninhabited: 208,
    population: 83_237_124,
    degrees: [220, 2691, 8086],
  },
  {
    path: realRegisters.text2023,
    format: 'GV100AD',
    territoryDate: '2023-11-30',
    populationDate: '2022-12-31',
    districts: 400,
    associations: 4597,
    ownAssociations: 3392,
    municipalities: 10_981,
    uninhabited: 206,
    population: 84_358_845,
    degrees: [0, 0, 0],
  },
])('the $format of $territoryDate', (known) => {
  let register: Register;
  beforeAll(async () => {
    register = await readRegister(known.path);
  });
  const all = (kind: RegisterKind) => register.entries.filter((entry) => entry.kind === kind);

  test('holds what the official figures say', () => {
    const municipalities = all('municipality');
    expect(register.file).toBe(basename(known.path));
    expect({
      path: known.path,
      format: register.format,
      territoryDate: register.territoryDate,
      populationDate: register.populationDate,
      districts: all('district').length,
      associations: all('association').length,
      ownAssociations: all('association').filter((entry) => entry.textCode === '50').length,
      municipalities: municipalities.length,
      uninhabited: municipalities.filter((entry) => entry.textCode === '66').length,
      population: municipalities.reduce((sum, entry) => sum + (entry.population ?? 0), 0),
      degrees: [1, 2, 3].map(
        (degree) => municipalities.filter((entry) => entry.degreeOfUrbanisation === degree).length,
      ),
    }).toEqual(known);
    expect([all('state').length, all('region').length]).toEqual([16, 29]);
  });

  test('keys have the length of their level and occur once', () => {
    const digits = { state: 2, region: 3, district: 5, association: 9, municipality: 12 };
    for (const { kind, ars } of register.entries) expect(ars).toMatch(new RegExp(`^\\d{${digits[kind]}}$`));
    expect(new Set(register.entries.map((entry) => entry.ars)).size).toBe(register.entries.length);
    const withAgs = register.entries.filter((entry) => entry.ags !== null);
    expect(new Set(withAgs.map((entry) => entry.ags)).size).toBe(withAgs.length);
    expect(withAgs.length).toBe(register.entries.length - known.associations);
    expect(all('municipality').every(({ ars, ags }) => ags === ars.slice(0, 5) + ars.slice(9))).toBe(true);
  });

  test('two municipalities lie in no district and have no inhabitants', () => {
    const districts = new Set(all('district').map((entry) => entry.ars));
    const outside = all('municipality').filter((entry) => !districts.has(entry.ars.slice(0, 5)));
    expect(outside.map(({ ags, population, areaHectares }) => [ags, population, areaHectares])).toEqual([
      ['07000999', 0, 620],
      ['13000999', 0, 100],
    ]);
  });

  test('an association of kind 50 has exactly one member, every other one more', () => {
    const members = Map.groupBy(all('municipality'), (entry) => entry.ars.slice(0, 9));
    for (const { ars, textCode } of all('association')) {
      const count = members.get(ars)?.length ?? 0;
      expect(textCode === '50' ? count === 1 : count > 1, `${ars} has ${count} members`).toBe(true);
    }
  });

  test('only municipalities have numbers, and all of them; the uninhabited have no postcode', () => {
    const numbers = (entry: RegisterEntry) => [entry.areaHectares, entry.population, entry.male];
    for (const entry of register.entries) {
      const whole = numbers(entry).every((value) => Number.isSafeInteger(value));
      const silent = numbers(entry).every((value) => value === null) && entry.postcode === null;
      expect(entry.kind === 'municipality' ? whole : silent, entry.ars).toBe(true);
    }
    const without = all('municipality').filter((entry) => entry.postcode === null);
    expect(without.every((entry) => entry.textCode === '66')).toBe(true);
  });

  test('a sheet says the degree of urbanisation of every municipality and of nothing else, the text of none', () => {
    for (const { kind, ars, degreeOfUrbanisation } of register.entries) {
      const said = kind === 'municipality' && known.format === 'AuszugGV';
      expect(degreeOfUrbanisation !== null, ars).toBe(said);
    }
  });

  test('is frozen', () => {
    expect([register, register.entries, register.entries[0]].every(Object.isFrozen)).toBe(true);
  });
});

test('one entry of every kind, from the sheet and from the text', async () => {
  const keys = ['06', '064', '06440', '064400002', '064400002002'];
  const [sheet, text] = await Promise.all([
    readRegister(realRegisters.sheet2021),
    readRegister(realRegisters.text2023),
  ]);
  const found = (register: Register) =>
    register.entries
      .filter((entry) => keys.includes(entry.ars))
      .map((entry) => Object.values(entry).join(' | '));
  expect(sheet.entries.find((entry) => entry.ars === '064400002002')).toMatchInlineSnapshot(`
    {
      "ags": "06440002",
      "areaHectares": 3254,
      "ars": "064400002002",
      "degreeOfUrbanisation": 2,
      "kind": "municipality",
      "line": 3948,
      "male": 15496,
      "name": "Bad Nauheim, Stadt",
      "population": 32777,
      "postcode": "61231",
      "textCode": "63",
    }
  `);
  expect(found(sheet)).toMatchInlineSnapshot(`
    [
      "3607 | state | 06 | 06 | Hessen |  |  |  |  |  | ",
      "3608 | region | 064 | 064 | Reg.-Bez. Darmstadt |  |  |  |  |  | ",
      "3944 | district | 06440 | 06440 | Wetteraukreis | 44 |  |  |  |  | ",
      "3947 | association | 064400002 |  | Bad Nauheim, Stadt | 50 |  |  |  |  | ",
      "3948 | municipality | 064400002002 | 06440002 | Bad Nauheim, Stadt | 63 | 3254 | 32777 | 15496 | 61231 | 2",
    ]
  `);
  expect(found(text)).toMatchInlineSnapshot(`
    [
      "3598 | state | 06 | 06 | Hessen |  |  |  |  |  | ",
      "3599 | region | 064 | 064 | Reg.-Bez. Darmstadt |  |  |  |  |  | ",
      "3935 | district | 06440 | 06440 | Wetteraukreis | 44 |  |  |  |  | ",
      "3937 | association | 064400002 |  | Bad Nauheim, Stadt | 50 |  |  |  |  | ",
      "3962 | municipality | 064400002002 | 06440002 | Bad Nauheim, Stadt | 63 | 3254 | 33445 | 15838 | 61231 | ",
    ]
  `);
});
