import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { officialFile } from '../testing/official-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = officialFile('changes/namens-grenz-aenderungen-2023.xlsx');
const crosswalk = officialFile('changes/bbsr_gemeinden_2020_to_2021.csv');

/** What a command says when it refuses, without what it said on the way. */
function refusalOf(stderr: string): string {
  return stderr.slice(stderr.indexOf('kreisweit:'));
}

describe('with a wrong file nothing is opened', () => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  afterAll(() => expect(existsSync(environment.KREISWEIT_DATA)).toBe(false));

  test.each([
    ['changes', crosswalk],
    ['crosswalk', list],
    ['changes', join(folder, 'letter.csv')],
    ['crosswalk', join(folder, 'letter.csv')],
  ])('import %s of %s', async (what, file) => {
    writeFileSync(join(folder, 'letter.csv'), 'Dear all,\n');
    const words = ['import', what, file, '--json'];
    const { status, stdout, stderr } = await kreisweitInProcess(words, { environment });
    expect(status).toBe(1);
    expect(stderr).toContain('nothing was stored');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(JSON.parse(stdout).error.problems.length).toBeGreaterThan(0);
  });
});

describe('on a database', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase();
  });
  afterAll(() => database.close());
  const run = (...words: readonly string[]) => kreisweitInProcess(words, database);

  test('without anything all fits together', async () => {
    await run('migrate');
    expect(await run('check', 'territories')).toMatchObject({
      status: 0,
      stdout: 'Registers, lists of changes and crosswalks fit together.\n',
    });
  });

  test('they are imported once, listed, and checked against each other', async () => {
    const first = await run('import', 'changes', list);
    expect(first.stderr).not.toContain('kreisweit:');
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toMatchInlineSnapshot(`
      "namens-grenz-aenderungen-2023.xlsx: changes from 2023-01-01 to 2023-12-31 imported as data version 2
        58 changes
        95 territories that were not known before
      Registers, lists of changes and crosswalks fit together.
      "
    `);

    const crossed = await run('import', 'crosswalk', crosswalk);
    expect(crossed.status).toBe(0);
    expect(crossed.stdout).toMatchInlineSnapshot(`
      "bbsr_gemeinden_2020_to_2021.csv: crosswalk of municipalities from 2020-12-31 to those of 2021-12-31 imported as data version 3
        11,004 links
        days and keys without usable shares: 1 by inhabitants, 1 by employees;
          their shares do not add up to 1, as the file writes it where nobody lives or works. They are not used; what
          goes by inhabitants (or employees) there is unknown, what goes by area is not affected.
        11,348 territories that were not known before
      Registers, lists of changes and crosswalks fit together.
      "
    `);

    const lines = readFileSync(officialFile('changes/gebietsaenderungen_2023.csv'), 'utf8').split('\n');
    const cutList = join(folder, 'cut-list.csv');
    writeFileSync(cutList, lines.slice(0, 20).join('\n'));
    const cutCrosswalk = join(folder, 'cut-crosswalk.csv');
    const links = readFileSync(crosswalk, 'utf8').split('\n');
    writeFileSync(cutCrosswalk, links.slice(0, 5000).join('\n'));
    const refused = [await run('import', 'changes', cutList), await run('import', 'crosswalk', cutCrosswalk)];
    expect(refused.map(({ status }) => status)).toEqual([1, 1]);
    expect(refused.map(({ stderr }) => refusalOf(stderr))).toMatchInlineSnapshot(`
      [
        "kreisweit: cut-list.csv is refused: 1 problem, nothing was stored
        cut-list.csv: it holds 19 rows, fewer than nine tenths of the 58 of namens-grenz-aenderungen-2023.xlsx, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it
      ",
        "kreisweit: cut-crosswalk.csv is refused: 1 problem, nothing was stored
        cut-crosswalk.csv: it holds 4999 rows, fewer than nine tenths of the 11004 of bbsr_gemeinden_2020_to_2021.csv, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it
      ",
      ]
    `);

    const whole = officialFile('changes/gebietsaenderungen_2023.csv');
    const replaced = await run('import', 'changes', whole, '--json');
    expect(JSON.parse(replaced.stdout).imported[0]).toMatchObject({
      replaced: { file: 'namens-grenz-aenderungen-2023.xlsx', before: 58, now: 58 },
    });
    const wanted = await run('import', 'changes', cutList, '--smaller');
    expect(wanted.status).toBe(0);
    expect(wanted.stdout.split('\n').slice(1, 3)).toMatchInlineSnapshot(`
      [
        "  19 changes",
        "  replaces gebietsaenderungen_2023.csv: 58 changes before, 19 now",
      ]
    `);
    expect((await run('import', 'changes', list)).status).toBe(0);

    const again = await run('import', 'changes', list, '--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout).imported[0]).toMatchObject({ changed: false, changes: 58 });

    const register = await run('import', 'register', officialFile('register/31122021_Auszug_GV.xlsx'));
    expect(register.stdout.split('\n').at(-2)).toMatchInlineSnapshot(
      `"3 findings where registers, lists of changes and crosswalks do not fit together: kreisweit check territories"`,
    );

    const { stdout } = await run('status');
    expect(stdout.slice(stdout.indexOf('registers'))).toMatchInlineSnapshot(`
      "registers
        2021-12-31 (31122021_Auszug_GV.xlsx)
      lists of changes
        2023-01-01 to 2023-12-31 (namens-grenz-aenderungen-2023.xlsx)
      crosswalks
        municipality 2020-12-31 to 2021-12-31 (bbsr_gemeinden_2020_to_2021.csv)
      boundaries
        none
      groups
        none
      agreements
        none
      releases
        none
      proposed, not published
        none
      "
    `);

    const checked = await run('check', 'territories');
    expect(checked.status).toBe(0);
    expect(checked.stdout).toMatchInlineSnapshot(`
      "3 findings: nothing was changed, people decide what is right

      3 in a register, but not in a crosswalk of the same day
        2021-12-31  municipality 07000999 Gemeinsames deutsch-luxemburgisches Hoheitsgebiet
        2021-12-31  municipality 10042999 Deutsch-luxemburgisches Hoheitsgebiet
        2021-12-31  municipality 13000999 Küstengewässer einschl. Anteil am Festlandsockel
      "
    `);

    const data = JSON.parse((await run('check', 'territories', '--json')).stdout);
    expect(data.findings).toHaveLength(3);
    expect(data.counts).toMatchObject({ NOT_IN_CROSSWALK: 3, VANISHED: 0 });
  }, 180_000);
});
