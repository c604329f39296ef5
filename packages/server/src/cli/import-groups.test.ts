import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';
import { officialFile } from '../testing/official-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-groups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, members: readonly object[], key = 'harz-plus'): void {
  const title = { de: 'Harz plus', en: 'Harz and around' };
  const group = { key, title, category: 'PLANNING_REGION', members };
  writeFileSync(join(folder, file), JSON.stringify({ source: 'Regionalverband Harz', groups: [group] }));
}

test('help says what to write, with an example and such a file', async () => {
  const { status, stdout } = await runKreisweit(['import', 'groups', '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Example:\n {2}npx kreisweit import groups /);
  const [, file = ''] = stdout.split('Such a file:');
  expect(JSON.parse(file)).toMatchObject({ groups: [{ category: 'PLANNING_REGION' }] });
});

test('what is no file says what it is', async () => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  const { status, stderr } = await kreisweitInProcess(['import', 'groups', folder, join(folder, 'absent')], {
    environment,
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`this is a folder; name the files in it: ${folder}`);
  expect(stderr).toContain(`there is no such file: ${join(folder, 'absent')}`);
  expect(existsSync(environment.KREISWEIT_DATA)).toBe(false);
});

describe('on a database', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase();
  });
  afterAll(() => database.close());
  const run = (...words: readonly string[]) => kreisweitInProcess(words, { ...database, folder });

  test('with a wrong file nothing is stored, and all that is wrong is said, also what only the database knows', async () => {
    write(
      'wrong.json',
      [
        { key: '0315', from: '2013-13-01' },
        { key: '03153', form: '2013-01-01' },
      ],
      '03153',
    );
    writeFileSync(join(folder, 'empty.json'), JSON.stringify({ source: 'Nobody', groups: [] }));
    const words = ['import', 'groups', 'empty.json', 'wrong.json', '--json'];
    const { status, stdout, stderr } = await kreisweitInProcess(words, { ...database, folder });
    expect(status).toBe(1);
    expect(stderr).toContain('wrong.json is refused: 6 problems, nothing was stored');
    expect(stderr).toContain('no register or list of changes knows a district 03153');
    expect(stderr).not.toContain('stored before');
    expect(JSON.parse(stdout).error.problems).toHaveLength(6);
  });

  test('they wait for the register, and are then imported once', async () => {
    write('groups.json', [
      { key: '03153', from: '2013-01-01' },
      { key: '03155011', from: '2013-01-01' },
    ]);
    const early = await run('import', 'groups', 'groups.json');
    expect(early.status).toBe(1);
    expect(early.stderr).toContain('groups.json is refused: 2 problems, nothing was stored');
    expect(early.stderr).toContain('no register or list of changes knows a district 03153');

    const register = officialFile('register/31122021_Auszug_GV.xlsx');
    expect((await run('import', 'register', register)).status).toBe(0);
    const first = await run('import', 'groups', 'groups.json');
    expect(first.stderr).not.toContain('kreisweit:');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatchInlineSnapshot(`
      "groups.json: groups imported as data version 3
        1 group with 2 members, declared by Regionalverband Harz
        0 published series
      "
    `);

    const again = await run('import', 'groups', 'groups.json', '--json');
    expect(JSON.parse(again.stdout).imported[0]).toMatchObject({ changed: false, groups: 1, members: 2 });
    write('groups.json', [{ key: '03153', from: '2013-01-01' }], 'harz');
    const other = await run('import', 'groups', 'groups.json');
    expect(other.status).toBe(0);
    expect(other.stdout).toContain('1 withdrawn, which the file does not hold any more: harz-plus');

    const loaded = await run('status', '--json');
    expect(JSON.parse(loaded.stdout)).toMatchObject({
      groups: [{ file: 'groups.json', source: 'Regionalverband Harz', groups: 1 }],
    });
    const { stdout } = await run('status');
    expect(stdout.slice(stdout.indexOf('boundaries\n'))).toMatchInlineSnapshot(`
      "boundaries
        none
      groups
        Regionalverband Harz (groups.json, 1 group)
      agreements
        none
      releases
        none
      proposed, not published
        none
      "
    `);
  }, 120_000);
});
