import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Crosswalk } from '../crosswalk/crosswalk.ts';
import { readCrosswalk } from '../crosswalk/read-crosswalk.ts';
import { realCrosswalks } from '../crosswalk/real-crosswalks.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { dividingCatalogue, reformedDistricts, reformedRegisters } from '../testing/reformed-country.ts';
import { changeListOf, crosswalkOf } from '../testing/small-changes.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { importChangeList } from './import-change-list.ts';
import { importCrosswalk } from './import-crosswalk.ts';
import { smallerProblem } from './replaced-edition.ts';

const KEYS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];

/** A list of 2022 in which that many municipalities get another key. */
function renamed(count: number) {
  const lines = KEYS.slice(0, count).map(
    (key) => `KEY_CHANGED  2022-07-01  1609200010${key}  Dorn  1609900010${key}  Dorn`,
  );
  return changeListOf(2022, lines.join('\n'));
}

/** A file of all years that was cut off after a year, as it is ordered by years. */
function cutAfter(crosswalk: Crosswalk, day: string): Crosswalk {
  return {
    ...crosswalk,
    file: 'cut.csv',
    sourceDays: crosswalk.sourceDays.filter((each) => each <= day),
    links: crosswalk.links
      .filter(({ sourceFrom }) => sourceFrom <= day)
      .map((link) => ({ ...link, sourceUntil: link.sourceUntil < day ? link.sourceUntil : day })),
  };
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no problem',
    (error: Error) => error.message,
  );
}

test('nine tenths are enough', () => {
  const problem = (before: number, now: number) =>
    smallerProblem({ file: 'a.csv', before, now }, 'rows') === null;
  expect([problem(10, 9), problem(10, 8), problem(100, 89), problem(0, 0), problem(5, 50)]).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
});

describe.each(askedEngines)('an edition that replaces another on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, dividingCatalogue);
  });
  afterEach(() => emptyStore(store));
  afterAll(() => store.close());

  test('is told with the numbers of rows, as a list', async () => {
    const first = await importChangeList(store, renamed(10), { checksum: 'ten' });
    expect(first).toMatchObject({ changed: true, replaced: null });
    const before = await everyRow(store);
    expect(
      await messageOf(importChangeList(store, renamed(8), { checksum: 'eight' })),
    ).toMatchInlineSnapshot(`
      "changes-2022.csv is refused: 1 problem, nothing was stored
        changes-2022.csv: it holds 8 rows, fewer than nine tenths of the 10 of changes-2022.csv, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it"
    `);
    expect(await everyRow(store)).toEqual(before);

    const file = 'changes-2022.csv';
    const nine = await importChangeList(store, renamed(9), { checksum: 'nine' });
    expect(nine.replaced).toEqual({ file, before: 10, now: 9 });
    const four = await importChangeList(store, renamed(4), { checksum: 'four', smaller: true });
    expect(four).toMatchObject({ changed: true, replaced: { file, before: 9, now: 4 } });
    const again = await importChangeList(store, renamed(4), { checksum: 'four' });
    expect(again).toMatchObject({ changed: false, replaced: null });
  });

  test('does not withdraw the last years of a crosswalk of districts', async () => {
    const whole = await readCrosswalk(realCrosswalks.districts);
    const loaded = await importCrosswalk(store, whole, { checksum: 'whole' });
    expect(loaded.replaced).toBeNull();
    const before = await everyRow(store);
    const cut = cutAfter(whole, '2008-12-31');
    expect(await messageOf(importCrosswalk(store, cut, { checksum: 'cut' }))).toMatchInlineSnapshot(`
      "cut.csv is refused: 1 problem, nothing was stored
        cut.csv: it holds 9293 rows, fewer than nine tenths of the 14172 of bbsr_xd20_kreise_1990-2019_to_2020.csv.gz, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it"
    `);
    expect(await everyRow(store)).toEqual(before);
    const wanted = await importCrosswalk(store, cut, { checksum: 'cut', smaller: true });
    expect(wanted.replaced).toMatchObject({ before: whole.rows });
  });

  test('that is the first must lead to what the register of its day shows', async () => {
    for (const register of reformedRegisters) {
      await importRegister(store, register, { checksum: register.territoryDate });
    }
    const before = await everyRow(store);
    const districts = { ...reformedDistricts, links: reformedDistricts.links.slice(0, 5) };
    expect(
      await messageOf(importCrosswalk(store, districts, { checksum: 'districts' })),
    ).toMatchInlineSnapshot(`
      "district-2013-to-2021.csv is refused: 1 problem, nothing was stored
        district-2013-to-2021.csv: no link leads to 2 of the 4 districts of the register of 2021-12-31 (register-2021-12-31.txt): 16094, 16099; it is probably cut off, fetch it again; if it is right, --smaller takes it"
    `);
    const municipalities = crosswalkOf([2020], 2021, '16091001  16091001  2020  2020');
    expect(
      await messageOf(importCrosswalk(store, municipalities, { checksum: 'municipalities' })),
    ).toMatchInlineSnapshot(`
      "municipality-2020-to-2021.csv is refused: 1 problem, nothing was stored
        municipality-2020-to-2021.csv: no link leads to 7 of the 8 inhabited municipalities of the register of 2021-12-31 (register-2021-12-31.txt): 16091003, 16091007, 16091098 and more; it is probably cut off, fetch it again; if it is right, --smaller takes it"
    `);
    expect(await everyRow(store)).toEqual(before);
    const options = { checksum: 'municipalities', smaller: true };
    expect(await importCrosswalk(store, municipalities, options)).toMatchObject({ changed: true });
  });

  test('of the demo gives way without being compared', async () => {
    await importChangeList(store, renamed(10), { checksum: 'ten', demo: true });
    expect(await importChangeList(store, renamed(2), { checksum: 'two' })).toMatchObject({
      changed: true,
      demoWithdrawn: true,
      replaced: null,
    });
  });
});
