import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { readRegister } from '../register/read-register.ts';
import { realRegisters } from '../register/real-registers.ts';
import type { Register } from '../register/register-entry.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { publishedVersion } from '../testing/stored-rows.ts';
import { registerEntries } from './register-entries.ts';

let registers: readonly Register[];
beforeAll(async () => {
  const { sheet2013, sheet2021, text2023 } = realRegisters;
  registers = await Promise.all([text2023, sheet2013, sheet2021].map(brandenburgIn));
}, 60_000);

/** The rows of one Land; all of them take the embedded engine longer than they are worth. */
async function brandenburgIn(path: string): Promise<Register> {
  const register = await readRegister(path);
  return { ...register, entries: register.entries.filter(({ ars }) => ars.startsWith('12')) };
}

describe.each(askedEngines)('register entries on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
    for (const register of registers) await importRegister(store, register, { checksum: register.file });
  });
  afterAll(() => store.close());

  async function idsOf(...territories: readonly string[]): Promise<readonly number[]> {
    const { rows } = await store.database.pool.query<{ name: string; id: number }>(
      `select kind || ' ' || key as name, id from territory where kind || ' ' || key = any($1::text[])`,
      [territories],
    );
    return territories.map((territory) => rows.find(({ name }) => name === territory)?.id ?? 0);
  }

  test('show what every register says, by its day, in whatever order they were imported', async () => {
    const [perleberg] = await registerEntries(store.db, {
      asOf: await publishedVersion(store),
      ids: await idsOf('municipality 12070296'),
    });
    expect(perleberg?.map(({ territoryDate }) => territoryDate)).toEqual([
      '2013-12-31',
      '2021-12-31',
      '2023-11-30',
    ]);
    expect(perleberg?.at(1)).toMatchInlineSnapshot(`
      {
        "areaHectares": 13869,
        "degreeOfUrbanisation": 2,
        "malePopulation": 5893,
        "population": 12007,
        "populationDate": "2021-12-31",
        "position": 1,
        "postcode": "19348",
        "territoryDate": "2021-12-31",
      }
    `);
    // The text has no such column, and counts its inhabitants on another day than that of its boundaries.
    expect(perleberg?.at(2)).toMatchObject({ populationDate: '2022-12-31', degreeOfUrbanisation: null });
  });

  test('come in the order of the territories, each role with its own; none where no register shows it', async () => {
    const asOf = await publishedVersion(store);
    const [district = 0, municipality = 0] = await idsOf('district 12054', 'municipality 12054000');
    const found = await registerEntries(store.db, { asOf, ids: [municipality, 0, district, municipality] });
    expect(found.map((entries) => entries.map(({ population }) => population))).toEqual([
      [161_468, 183_154, 185_750],
      [],
      [null, null, null],
      [161_468, 183_154, 185_750],
    ]);
    expect(await registerEntries(store.db, { asOf, ids: [] })).toEqual([]);
  });

  test('hold the degrees of urbanisation of the files', async () => {
    const { rows } = await store.database.pool.query<{ id: number }>(
      `select id from territory where kind = 'municipality'`,
    );
    const found = await registerEntries(store.db, {
      asOf: await publishedVersion(store),
      ids: rows.map(({ id }) => id),
    });
    const stored = found.flat();
    for (const { territoryDate, entries } of registers) {
      const shown = stored.filter((entry) => entry.territoryDate === territoryDate);
      const delivered = entries.filter(({ kind }) => kind === 'municipality');
      expect(degreesOf(shown)).toEqual(degreesOf(delivered));
    }
    expect(degreesOf(stored)).toMatchInlineSnapshot(`
      {
        "1": 12,
        "2": 145,
        "3": 678,
        "null": 413,
      }
    `);
  });

  test('are those of the data version: a corrected register takes the place of the one before', async () => {
    const ids = await idsOf('municipality 12070296');
    const before = await publishedVersion(store);
    const later = registers.find(({ territoryDate }) => territoryDate === '2021-12-31');
    if (later === undefined) throw new Error('the register of 2021 is missing');
    const corrected = later.entries.map((entry) =>
      entry.ags === '12070296' ? { ...entry, degreeOfUrbanisation: 3 as const } : entry,
    );
    const { version } = await importRegister(
      store,
      { ...later, entries: corrected },
      { checksum: 'corrected' },
    );
    const degreesAt = async (asOf: number) =>
      (await registerEntries(store.db, { asOf, ids }))[0]?.map((entry) => entry.degreeOfUrbanisation);
    expect(await degreesAt(before)).toEqual([2, 2, null]);
    expect(await degreesAt(version)).toEqual([2, 3, null]);
    expect(await degreesAt(1)).toEqual([null]);
  });
});

/** How many there are of each degree. */
function degreesOf(entries: readonly { readonly degreeOfUrbanisation: number | null }[]) {
  const degrees = Object.groupBy(entries, ({ degreeOfUrbanisation }) => String(degreeOfUrbanisation));
  return Object.fromEntries(Object.entries(degrees).map(([degree, group]) => [degree, group?.length]));
}
