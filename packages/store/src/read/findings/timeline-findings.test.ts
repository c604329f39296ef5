import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importChangeList } from '../../changes/import-change-list.ts';
import { importCrosswalk } from '../../changes/import-crosswalk.ts';
import { type Store, storeOn } from '../../open-store.ts';
import { importRegister } from '../../territory/import-register.ts';
import { changedCountry } from '../../testing/changed-country.ts';
import { askedEngines } from '../../testing/index.ts';
import { changeListOf, crosswalkOf } from '../../testing/small-changes.ts';
import { registerOf } from '../../testing/small-country.ts';
import { emptyStore } from '../../testing/small-store.ts';
import { publishedVersion } from '../../testing/stored-rows.ts';
import { timelineFindings } from './timeline-findings.ts';

const HEAD = `
  16            Bergland
  16097         Aue        44
  160975001     Am Bach    54`;

/** The district Aue with these municipalities, lines of ARS, name, code and inhabitants. */
function register(day: string, municipalities: string) {
  return registerOf(day, `${HEAD}\n${municipalities.trim()}`);
}

describe.each(askedEngines)('findings on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
  });
  afterEach(() => emptyStore(store));
  afterAll(() => store.close());

  let sources = 0;
  async function findings(of: Store = store): Promise<readonly string[]> {
    const found = await timelineFindings(of.db, await publishedVersion(of));
    return found.map(({ kind, key, from, until, before, after }) =>
      [kind, key, from, until, `${before} -> ${after}`].join(' '),
    );
  }
  async function registers(...each: readonly ReturnType<typeof registerOf>[]): Promise<void> {
    for (const one of each) await importRegister(store, one, { checksum: `source ${++sources}` });
  }
  async function changes(year: number, text: string): Promise<void> {
    await importChangeList(store, changeListOf(year, text), { checksum: `source ${++sources}` });
  }
  async function crosswalk(years: readonly number[], target: number, text: string): Promise<void> {
    const options = { checksum: `source ${++sources}`, smaller: true };
    await importCrosswalk(store, crosswalkOf(years, target, text), options);
  }

  const before = register(
    '2020-12-31',
    `
    160975001001  Ahorn  64  100
    160975001002  Birke  64  60
    160975001003  Buche  64  40`,
  );
  const after = register(
    '2021-12-31',
    `
    160975001001  Ahorn, Stadt  63  160
    160975001004  Eibe  64  10
    160970003     Buche  50
    160970003003  Buche  64  40`,
  );

  test('one register alone fits together with itself', async () => {
    await registers(before);
    expect(await findings()).toEqual([]);
  });

  test('differences between registers that nothing explains', async () => {
    await registers(before, after);
    expect(await findings()).toEqual([
      'VANISHED 16097002 2020-12-31 2021-12-31 Birke -> null',
      'APPEARED 16097004 2020-12-31 2021-12-31 null -> Eibe',
      'RENAMED 16097001 2020-12-31 2021-12-31 Ahorn -> Ahorn, Stadt',
      'REDESIGNATED 16097001 2020-12-31 2021-12-31 64 -> 63',
      'MOVED_ASSOCIATION 16097003 2020-12-31 2021-12-31 160975001 Am Bach -> 160970003 Buche',
    ]);
  });

  test('a list of changes explains them, in whatever order it came', async () => {
    await registers(after, before);
    await changes(
      2021,
      `
      DISSOLVED     2021-06-01  160975001002  Birke  160975001001  Ahorn         50
      DISSOLVED     2021-06-01  160975001002  Birke  160975001004  Eibe          10
      NAME_CHANGED  2021-07-01  160975001001  Ahorn  160975001001  Ahorn, Stadt
      KEY_CHANGED   2021-08-01  160975001003  Buche  160970003003  Buche`,
    );
    expect(await findings()).toEqual([]);
  });

  test('a list of another year explains nothing', async () => {
    await registers(before, after);
    await changes(2022, 'NAME_CHANGED  2022-07-01  160975001001  Ahorn  160975001001  Ahorn, Stadt');
    expect(await findings()).toContain('RENAMED 16097001 2020-12-31 2021-12-31 Ahorn -> Ahorn, Stadt');
  });

  test('a crosswalk explains what went and came', async () => {
    await registers(before, after);
    await crosswalk(
      [2020],
      2021,
      `
      16097001  16097001  2020  2020
      16097002  16097001  2020  2020  0.8
      16097002  16097004  2020  2020  0.2
      16097003  16097003  2020  2020`,
    );
    expect((await findings()).map((text) => text.split(' ')[0])).toEqual([
      'RENAMED',
      'REDESIGNATED',
      'MOVED_ASSOCIATION',
    ]);
  });

  test('a list that registers do not bear out', async () => {
    await registers(before, after);
    await changes(
      2021,
      `
      DISSOLVED  2021-06-01  160975001002  Birke  160975001004  Eibe   60
      DISSOLVED  2021-06-01  160975001001  Ahorn  160975001005  Fichte  100`,
    );
    expect((await findings()).filter((text) => /DISSOLVED|SUCCESSOR/.test(text))).toEqual([
      'DISSOLVED_BUT_SHOWN 16097001 2021-06-01 2021-12-31 null -> Ahorn',
      'SUCCESSOR_NOT_SHOWN 16097005 2021-06-01 2021-12-31 Fichte -> null',
    ]);
  });

  test('a successor that is dissolved again before the next register needs not be shown', async () => {
    await registers(before, after);
    await changes(
      2021,
      `
      DISSOLVED  2021-03-01  160975001002  Birke   160975001005  Fichte  60
      DISSOLVED  2021-06-01  160975001005  Fichte  160975001004  Eibe    60`,
    );
    expect((await findings()).filter((text) => /SUCCESSOR|VANISHED|APPEARED/.test(text))).toEqual([]);
  });

  test('a register and a crosswalk of the same day', async () => {
    await registers(before);
    await crosswalk(
      [2019],
      2020,
      `
      16097001  16097001  2019  2019
      16097002  16097002  2019  2019
      16097009  16097009  2019  2019`,
    );
    expect(await findings()).toEqual([
      'NOT_IN_CROSSWALK 16097003 2020-12-31 2020-12-31 Buche -> null',
      'NOT_IN_REGISTER 16097009 2020-12-31 2020-12-31 null -> 16097009',
    ]);
  });

  test('a list and a crosswalk of the same year', async () => {
    await crosswalk(
      [2020],
      2021,
      `
      16097001  16097001  2020  2020
      16097002  16097001  2020  2020  0.81
      16097002  16097004  2020  2020  0.19
      16097003  16097001  2020  2020
      16097005  16097001  2020  2020  0.5
      16097005  16097004  2020  2020  0.5
      16097006  16097004  2020  2020
      16097007  16097007  2020  2020
      16097004  16097004  2020  2020`,
    );
    await changes(
      2021,
      `
      DISSOLVED  2021-06-01  160975001002  Birke   160975001001  Ahorn  80
      DISSOLVED  2021-06-01  160975001002  Birke   160975001004  Eibe   20
      DISSOLVED  2021-06-01  160975001003  Buche   160975001004  Eibe   40
      DISSOLVED  2021-06-01  160975001005  Fichte  160975001001  Ahorn  47
      DISSOLVED  2021-06-01  160975001005  Fichte  160975001004  Eibe   53
      DISSOLVED  2021-06-01  160975001007  Kiefer  160975001004  Eibe   5`,
    );
    expect((await findings()).filter((text) => text.startsWith('OTHER'))).toEqual([
      'OTHER_TARGETS 16097003 2020-12-31 2021-12-31 16097004 1.0000 -> 16097001 1.0000',
      'OTHER_TARGETS 16097006 2020-12-31 2021-12-31 16097006 1.0000 -> 16097004 1.0000',
      'OTHER_TARGETS 16097007 2020-12-31 2021-12-31 16097004 1.0000 -> 16097007 1.0000',
      'OTHER_SHARES 16097005 2020-12-31 2021-12-31 16097001 0.4700, 16097004 0.5300 -> 16097001 0.5000, 16097004 0.5000',
    ]);
  });

  test('an earlier data version has the findings of its time', async () => {
    const changed = await changedCountry(engine);
    try {
      const counts = [];
      for (let version = 1; version <= 6; version++) {
        counts.push((await timelineFindings(changed.db, version)).length);
      }
      expect(counts[0]).toBe(0);
      expect(counts[1]).toBeGreaterThan(counts[3] ?? 0);
      expect(await findings(changed)).toMatchInlineSnapshot(`
        [
          "RENAMED 16092001 2013-12-31 2021-12-31 Eibe -> Eibe, Stadt",
          "REDESIGNATED 16092001 2013-12-31 2021-12-31 64 -> 63",
          "OTHER_SHARES 16092003 2021-12-31 2022-12-31 16092001 0.3000, 16092004 0.7000 -> 16092001 0.2800, 16092004 0.7200",
        ]
      `);
    } finally {
      await changed.close();
    }
  });
});
