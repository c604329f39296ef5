import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { officialFile } from '../testing/official-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-withdraw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const residents = officialFile('observations/districts/12411-01-01-4.csv');

let database: CommandDatabase;
beforeAll(async () => {
  database = await commandDatabase();
});
afterAll(() => database.close());
const run = (...words: readonly string[]) => kreisweitInProcess(words, database);

test.each([
  [['withdraw', 'three', '--reason', 'wrong'], '"three" is no number of a release: expected one like 3'],
  [['withdraw', '3'], 'release 3 is not withdrawn: say why'],
  [['withdraw', '3', '--reason', ' '], 'release 3 is not withdrawn: say why'],
])('%j is refused before anything is opened', async (words, message) => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  const { status, stderr } = await kreisweitInProcess(words, { environment });
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(existsSync(environment.KREISWEIT_DATA)).toBe(false);
});

test('a release is listed, withdrawn once with its reason, and can be taken in again', async () => {
  const empty = await run('releases');
  expect(empty.stdout).toBe('There is no release yet: kreisweit ingest <plugin> <file> takes one in.\n');

  expect((await run('ingest', 'population', residents)).status).toBe(0);
  const listed = await run('releases', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject({
    releases: [
      { release: 1, input: 'population/residentsByDistrict', source: '12411-01-01-4', withdrawn: null },
    ],
  });

  const missing = await run('withdraw', '2', '--reason', 'wrong');
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('there is no release 2: their numbers go from 1 to 1');

  const withdrawn = await run('withdraw', '1', '--reason', 'wrong year');
  expect(withdrawn.status).toBe(0);
  expect(withdrawn.stdout).toMatch(/^release 1, 12411-01-01-4 \(.*\): withdrawn as data version \d+;/);
  expect(withdrawn.stdout).toContain('1,578 cells do not count any more');

  const text = await run('releases');
  expect(text.stdout).toMatch(/withdrawn \d{4}-\d\d-\d\dT\S+ as data version \d+: wrong year\n$/);

  const again = await run('withdraw', '1', '--reason', 'another', '--json');
  expect(again.status).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ changed: false, reason: 'wrong year' });

  const ingested = await run('ingest', 'population', residents, '--json');
  expect(JSON.parse(ingested.stdout).ingested[0]).toMatchObject({ release: 2, changed: true, cells: 1578 });
}, 180_000);
