import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-agreements-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('help says what to write, with an example and such a file', async () => {
  const { status, stdout } = await runKreisweit(['import', 'agreements', '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Example:\n {2}npx kreisweit import agreements /);
  const [, file = ''] = stdout.split('Such a file:');
  expect(JSON.parse(file)).toMatchObject({ agreements: [{ district: '03153' }] });
});

test('with a wrong file nothing is opened, and all that is wrong is said', async () => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  writeFileSync(
    join(folder, 'wrong.json'),
    JSON.stringify({ agreements: [{ district: '3153', since: '2023' }] }),
  );
  const { status, stdout, stderr } = await kreisweitInProcess(
    ['import', 'agreements', 'wrong.json', '--json'],
    {
      environment,
      folder,
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('wrong.json is refused: 7 problems, nothing was stored');
  expect(JSON.parse(stdout).error.problems).toHaveLength(7);
  expect(existsSync(environment.KREISWEIT_DATA)).toBe(false);
});

test('of subjects that no plug-in defines are refused before anything is stored', async () => {
  const { environment, close } = await commandDatabase();
  const agreement = {
    district: '03153',
    subject: 'population/nothing',
    measure: 'population/residents',
    purpose: { de: 'Bericht', en: 'Report' },
    since: '2023-01-01',
    decidedBy: 'Kreistag',
  };
  const file = { source: 'Landkreis Goslar', agreements: [agreement] };
  writeFileSync(join(folder, 'unknown.json'), JSON.stringify(file));
  const { status, stderr } = await kreisweitInProcess(['import', 'agreements', 'unknown.json'], {
    environment,
    folder,
  });
  await close();
  expect(status).toBe(1);
  expect(stderr).toContain('unknown.json is refused: 2 problems, nothing was stored');
  expect(stderr).toContain("no plug-in defines the subject 'population/nothing'");
});
