import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { prepareStore } from '../serve/prepare-store.ts';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { officialFile } from '../testing/official-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kreisweit-partner-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let database: CommandDatabase;
beforeAll(async () => {
  database = await commandDatabase();
  const store = await openKreisweit(
    readEnvironment(database.environment),
    createLog('error', () => undefined),
  );
  await prepareStore(store, { demo: true });
  await store.close();
}, 60_000);
afterAll(() => database.close());

const run = (...words: readonly string[]) =>
  kreisweitInProcess(words, { environment: database.environment, folder });

/** A file of the test. */
function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Fills in a template written as CSV: the value of each measure, others stay empty. */
function filled(template: string, values: Readonly<Record<string, number | string>>): string {
  return template
    .split('\r\n')
    .map((line) => {
      const cells = line.split(';');
      const value = values[cells[3] ?? ''];
      return value === undefined ? line : cells.with(cells.length - 2, String(value)).join(';');
    })
    .join('\r\n');
}

describe('check', () => {
  test('explains an official table and shows the results of a district', async () => {
    const file = officialFile('observations/districts/12411-01-01-4.csv');
    const { status, stdout } = await run('check', file, '--district', '12070');
    expect(status).toBe(0);
    expect(stdout.replaceAll(file, 'FILE')).toMatchInlineSnapshot(`
      "FILE: table 12411-01-01-4 'Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -'
        taken in by population/residentsByDistrict (Bevölkerung)
        526 rows, 1,578 values: 1,578 delivered
        3 results for 1 district, from this file alone; compare them with your own:
          district  name                 indicator             category    period   value  status     members
          12070     Prignitz, Landkreis  population/residents              2015    77,573  DELIVERED
          12070     Prignitz, Landkreis  population/residents  sex=female  2015    39,017  DELIVERED
          12070     Prignitz, Landkreis  population/residents  sex=male    2015    38,556  DELIVERED
        nothing was stored; take it in with "kreisweit ingest population"
      "
    `);
  });

  test('finds what spreadsheets do to figures', async () => {
    const csv = [
      'Schlüssel;Name;Zeitraum;Merkmal;Wert',
      '3153;Goslar;2022;opening/staff;900',
      '3153;Goslar;2022;opening/staffSurveyed;950',
      '3153;Goslar;2022;opening/staffTrained;901',
      '12070;Prignitz;2022;opening/staff;1,2E+11',
      '12070;Prignitz;2022;opening/staffSurveyed;1.234',
    ].join('\r\n');
    const latin = write('latin.csv', Buffer.from(csv, 'latin1'));
    const { status, stdout } = await run('check', latin);
    expect(status).toBe(1);
    expect(stdout.replaceAll(latin, 'FILE')).toMatchInlineSnapshot(`
      "FILE: own figures of the plug-in opening
        taken in by opening/ownFigures (Interkulturelle Öffnung)
        please look at:
          notice: FILE:2: Schlüssel: the key of 3 rows had lost its leading zero, which was restored ('3153' is 03153)
        2 problems:
          FILE:5:Wert: '1,2E+11' is in scientific notation, which loses digits; write it out
          FILE:6:Wert: '1.234' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator; write 1234 for the number, 1,234 for the fraction
        it would be refused
      "
    `);

    const plausible = write('plain.csv', csv.split('\r\n').slice(0, 4).join('\n'));
    const implausible = await run('check', plausible);
    expect(implausible.status).toBe(1);
    expect(implausible.stdout.replaceAll(plausible, 'FILE')).toMatchInlineSnapshot(`
      "FILE: own figures of the plug-in opening
        taken in by opening/ownFigures (Interkulturelle Öffnung)
        3 rows, 3 values: 3 delivered
        please look at:
          error: FILE:4: 03153 in 2022: Not more trained staff than staff: opening/staffTrained 901 is more than opening/staff 900
          warning: FILE:3: 03153 in 2022: Not more staff who answered than staff: opening/staffSurveyed 950 is more than opening/staff 900. Possible when many have left since the survey.
          notice: FILE:2: Schlüssel: the key of 3 rows had lost its leading zero, which was restored ('3153' is 03153)
        3 results for 1 district, from this file alone; compare them with your own:
          district  name    indicator                   category  period  value  status        members
          03153     Goslar  opening/staff                         2022      900  DELIVERED
          03153     Goslar  opening/staffResponseShare            2022    105.6  DELIVERED
          03153     Goslar  opening/staffTrainedShare             2022           CONFIDENTIAL
        it would be refused: it is not plausible
      "
    `);
  });

  test('says of a file that nobody takes what it is', async () => {
    const letter = write('letter.txt', 'Dear all,\nthe figures follow.\n');
    const { status, stdout } = await run('check', letter);
    expect(status).toBe(1);
    expect(stdout.replaceAll(letter, 'FILE')).toMatchInlineSnapshot(`
      "FILE: the format is not known: the file begins with 'Dear all,'; known are classic GENESIS table (CSV), flat file of GENESIS (ffcsv), SDMX-CSV, JSON-stat, own figures (CSV or XLSX)
        no plug-in takes it ("kreisweit plugins" lists what they take)
      "
    `);
  });

  test('opens no database, and gives scripts all results', async () => {
    const file = officialFile('observations/districts/12411-01-01-4.csv');
    const environment = { KREISWEIT_DATA: join(folder, 'never') };
    const { stdout } = await kreisweitInProcess(['check', file, '--json'], { environment, folder });
    const [checked] = JSON.parse(stdout).checked;
    expect(checked.inputs[0]).toMatchObject({
      plugin: 'population',
      input: 'residentsByDistrict',
      problems: [],
    });
    expect(checked.inputs[0].results).toContainEqual(
      expect.objectContaining({
        district: '12070',
        key: 'population/residents',
        breakdown: '',
        value: 77573,
      }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('still has the check of territories', async () => {
    const { status, stdout } = await run('check', 'territories', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('findings');
  });
});

describe('template and collect', () => {
  test('a sheet for each municipality comes back as one release, and what is missing is listed', async () => {
    const written = await run(
      'template',
      'opening',
      '--district',
      '12070',
      '--period',
      '2022',
      '--per-municipality',
      '--out',
      'sheets',
    );
    expect(written.stderr).not.toContain('kreisweit:');
    const sheets = readdirSync(join(folder, 'sheets')).sort();
    expect(sheets[0]).toBe('12070-Prignitz.csv');
    expect(sheets).toHaveLength(27);

    const read = (name: string) => readFileSync(join(folder, 'sheets', name), 'utf8');
    writeFileSync(
      join(folder, 'sheets', '12070-Prignitz.csv'),
      filled(read('12070-Prignitz.csv'), {
        'opening/staff': 600,
        'opening/staffSurveyed': 400,
        'opening/staffWithMigrationHistory': 40,
        'opening/staffTrained': 120,
      }),
    );
    for (const name of sheets.slice(1, -1)) {
      const values = { 'opening/councilMembers': 10, 'opening/councilMembersWithMigrationHistory': 1 };
      writeFileSync(join(folder, 'sheets', name), filled(read(name), values));
    }

    const tried = await run('collect', 'sheets', '--dry-run');
    expect(tried.stderr).not.toContain('kreisweit:');
    expect(tried.stdout).toContain('nothing was stored');
    const { stdout, status } = await run('collect', 'sheets');
    expect(status).toBe(0);
    expect(stdout).toContain('from 27 files, ingested as release');
    expect(stdout).toMatch(/ {2}missing: \d+ values of 26 territories\n/);
    expect(stdout).toMatch(/ {4}12070\S+ \S.*: \d values? \(.*opening\/councilMembersWith/);
    expect((await run('collect', 'sheets')).stdout).toContain('these very files are loaded already');
  }, 60_000);

  test('a cell that stands in two sheets refuses all of them', async () => {
    mkdirSync(join(folder, 'sheets'));
    const sheet = 'Schlüssel;Zeitraum;Merkmal;Wert\n03153;2022;opening/staff;900\n';
    write('sheets/one.csv', sheet);
    write('sheets/two.csv', `${sheet}03153;2022;opening/nothing;x\n`);
    const { status, stderr } = await run('collect', 'sheets');
    expect(status).toBe(1);
    expect(stderr.replaceAll(folder, '')).toMatchInlineSnapshot(`
      "kreisweit: The sheets cannot be taken in: 1 problem, nothing was stored
        /sheets/two.csv:3:Merkmal: 'opening/nothing' is no measure of opening: write one of opening/staff, opening/staffSurveyed, opening/staffWithMigrationHistory, opening/staffTrained, opening/educatorsSurveyed, opening/educatorsWithMigrationHistory, opening/councilMembers, opening/councilMembersWithMigrationHistory
      "
    `);
  });

  test('a workbook is written once, and never over another one', async () => {
    const words = ['template', 'opening', '--district', '12070', '--period', '2022', '--xlsx'] as const;
    expect((await run(...words)).stdout.replaceAll(folder, '')).toMatchInlineSnapshot(`
      "1 template for 108 values
        /opening-12070-2022.xlsx: 108 values
      fill in the column of values, and look at it with "kreisweit check <file>"
      "
    `);
    const again = await run(...words);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('there is something already, and nothing was written over it');
    expect(readFileSync(join(folder, 'opening-12070-2022.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    [
      ['template', 'income', '--district', '12070'],
      'the plug-in income takes no own figures, only official tables',
    ],
    [['template', 'opening', '--district', '1207'], '"1207" is no key of a district'],
    [['template', 'opening', '--district', '05515'], 'no district 05515 is known: import a register first'],
    [['template', 'opening', '--district', '12070', '--period', '22'], '"22" is no period'],
    [['collect', 'nowhere'], 'there is no such folder'],
    [['ingest', 'opening', 'a.csv', '--propose', '--dry-run'], 'write one of them'],
  ])('%j says what is wrong', async (words, message) => {
    const { status, stderr } = await run(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

test('a dry run shows what would change and stores nothing', async () => {
  const file = officialFile('observations/districts/12411-01-01-4.csv');
  const before = (await run('releases', '--json')).stdout;
  const { status, stdout } = await run('ingest', 'population', file, '--dry-run');
  expect(status).toBe(0);
  expect(stdout).toContain('would be ingested by population/residentsByDistrict; nothing was stored');
  expect(stdout).toContain('of the published values:');
  expect((await run('releases', '--json')).stdout).toBe(before);
});
