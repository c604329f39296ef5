import { excerpt } from '@kreisweit/plugin-kit/testing';
import { openDatabase } from '@kreisweit/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';
import { officialFile } from '../testing/official-file.ts';

const residents = excerpt(officialFile('observations/districts/12411-01-01-4.csv'), ['DG', '12', '12070']);

let database: CommandDatabase;
beforeAll(async () => {
  database = await commandDatabase();
});
afterAll(() => database.close());
const run = (...words: readonly string[]) => kreisweitInProcess(words, database);

test('says what can be asked for', async () => {
  for (const words of [['aggregate'], ['aggregate', '--verify', '--rebuild']]) {
    const { status, stderr } = await run(...words);
    expect(status).toBe(1);
    expect(stderr).toContain('write --verify to list what differs, or --rebuild to repair it');
  }
});

test('a damaged series is found, with the exit status 1, and repaired', async () => {
  expect((await run('ingest', 'population', residents)).status).toBe(0);
  const whole = await run('aggregate', '--verify');
  expect(whole.stdout).toMatch(
    /^[\d,]+ totals and [\d,]+ published series: all are what the observations give\n$/,
  );
  expect(whole.status).toBe(0);

  const opened = await openDatabase({ kind: 'server', url: database.environment.DATABASE_URL });
  await opened.pool.query(
    `update published_series set "values"[1] = 1 where version_until is null
       and territory_id = (select id from territory where kind = 'district' and key = '12070')
       and indicator_id = (select id from catalogue_item where kind = 'indicator' and key = 'population/residents')
       and breakdown_id = 0`,
  );
  await opened.close();

  const damaged = await runKreisweit(['aggregate', '--verify'], database);
  expect(damaged.status).toBe(1);
  expect(damaged.stdout).toMatch(/: 0 totals and 1 values of series differ/);
  expect(damaged.stdout).toMatch(
    /series population\/residents \d{4}, district 12070 .*: 1 is stored, \d+ is right \(value\)/,
  );
  const data = await run('aggregate', '--verify', '--json');
  expect(data.status).toBe(1);
  expect(JSON.parse(data.stdout)).toMatchObject({
    series: 1,
    differences: [{ of: 'series', territory: { key: '12070' }, stored: { value: 1 } }],
  });

  const repaired = await run('aggregate', '--rebuild');
  expect(repaired.status).toBe(0);
  expect(repaired.stdout).toMatch(/Repaired as data version \d+\.\n$/);
  expect((await run('aggregate', '--verify')).status).toBe(0);
});
