import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';
import { officialFile } from '../testing/official-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const boundaries = officialFile('boundaries/kreise_laender_vg250_derived.topojson');
/** Two squares side by side. */
const twoDistricts = {
  type: 'FeatureCollection',
  features: [
    ['03153', 10],
    ['03158', 10.5],
  ].map(([id, west]) => {
    const [left, right] = [Number(west), Number(west) + 0.5];
    const ring = [
      [left, 51.5],
      [right, 51.5],
      [right, 52],
      [left, 52],
      [left, 51.5],
    ];
    return { type: 'Feature', id, properties: null, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
};
const said = ['--on', '2021-12-31', '--source', '© GeoBasis-DE / BKG', '--licence', 'dl-de/by-2-0'];

test('help says what to write, with an example', async () => {
  const { status, stdout } = await runKreisweit(['import', 'boundaries', '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Example:\n {2}npx kreisweit import boundaries /);
  for (const option of ['--on', '--source', '--licence', '--detail', '--smaller', '--json'])
    expect(stdout).toContain(option);
});

describe('with a wrong file nothing is opened', () => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  afterAll(() => expect(existsSync(environment.KREISWEIT_DATA)).toBe(false));

  test('all that is not said is named at once', async () => {
    const { status, stdout, stderr } = await kreisweitInProcess(
      ['import', 'boundaries', boundaries, '--detail', 'much', '--json'],
      { environment },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('4 problems, nothing was stored');
    for (const option of ['--on 2021-12-31', '--source', '--licence', 'detail: NaN']) {
      expect(stderr).toContain(option);
    }
    expect(JSON.parse(stdout).error.problems).toHaveLength(4);
  });

  test('a file in metres', async () => {
    const coordinates = [
      [
        [565_000, 5_649_000],
        [566_000, 5_649_000],
        [566_000, 5_650_000],
        [565_000, 5_649_000],
      ],
    ];
    const feature = { type: 'Feature', id: '16097', geometry: { type: 'Polygon', coordinates } };
    writeFileSync(
      join(folder, 'utm.geojson'),
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    );
    const { status, stderr } = await kreisweitInProcess(['import', 'boundaries', 'utm.geojson', ...said], {
      environment,
      folder,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('ogr2ogr -f GeoJSON -t_srs EPSG:4326');
  });
});

describe('on a database', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase();
  });
  afterAll(() => database.close());

  test('they wait for the register, and are then imported once', async () => {
    const early = await kreisweitInProcess(['import', 'boundaries', boundaries, ...said], database);
    expect(early.status).toBe(1);
    expect(early.stderr).toContain('3 problems, nothing was stored');
    expect(early.stderr).toContain('validOn: no register is loaded');
    expect(early.stderr).toContain('districts: none of these 400 territories is stored: import the register');

    const register = officialFile('register/31122021_Auszug_GV.xlsx');
    expect((await kreisweitInProcess(['import', 'register', register], database)).status).toBe(0);

    const first = await kreisweitInProcess(['import', 'boundaries', boundaries, ...said], database);
    expect(first.stderr).not.toContain('kreisweit:');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatchInlineSnapshot(`
      "kreise_laender_vg250_derived.topojson: boundaries of 2021-12-31 imported as data version 3 (© GeoBasis-DE / BKG, dl-de/by-2-0)
        compared with the register of 2021-12-31 (31122021_Auszug_GV.xlsx)
        16 states, 29 pairs of neighbours, 6,216 points: /boundaries/states.topojson
        400 districts, 1,044 pairs of neighbours, 20,738 points: /boundaries/districts.topojson
      "
    `);

    writeFileSync(join(folder, 'two.geojson'), JSON.stringify(twoDistricts));
    const two = ['import', 'boundaries', 'two.geojson', ...said];
    const cut = await kreisweitInProcess(two, { ...database, folder });
    expect(cut.status).toBe(1);
    expect(cut.stderr.slice(cut.stderr.indexOf('kreisweit:'))).toMatchInlineSnapshot(`
      "kreisweit: two.geojson is refused: 1 problem, nothing was stored
        two.geojson districts: it holds 2 districts, fewer than nine tenths of the 400 of kreise_laender_vg250_derived.topojson, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it
      "
    `);

    const again = await kreisweitInProcess(['import', 'boundaries', boundaries, ...said, '--json'], database);
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout).imported[0]).toMatchObject({
      changed: false,
      levels: [
        { level: 'state', territories: 16 },
        { level: 'district', territories: 400, borders: 1044 },
      ],
    });

    const wanted = await kreisweitInProcess([...two, '--smaller'], { ...database, folder });
    expect(wanted.status).toBe(0);
    expect(wanted.stdout).toMatchInlineSnapshot(`
      "two.geojson: boundaries of 2021-12-31 imported as data version 4 (© GeoBasis-DE / BKG, dl-de/by-2-0)
        compared with the register of 2021-12-31 (31122021_Auszug_GV.xlsx)
        2 districts, 1 pair of neighbours, 10 points: /boundaries/districts.topojson
        replaces kreise_laender_vg250_derived.topojson: 400 districts before, 2 now
        398 districts of the register of 2021-12-31 not in the file: 01001 Flensburg, Stadt, 01002 Kiel, Landeshauptstadt, 01003 Lübeck, Hansestadt, 01004 Neumünster, Stadt, 01051 Dithmarschen, ... (--json lists all)
      "
    `);
  }, 120_000);
});
