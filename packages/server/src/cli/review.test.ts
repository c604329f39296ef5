import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { officialFile } from '../testing/official-file.ts';

const residents = officialFile('observations/districts/12411-01-01-4.csv');

let database: CommandDatabase;
beforeAll(async () => {
  database = await commandDatabase();
});
afterAll(() => database.close());
const run = (...words: readonly string[]) => kreisweitInProcess(words, { environment: database.environment });

test.each([
  [['preview', 'one'], '"one" is no number of a proposed release: expected one like 3'],
  [['publish', '0'], '"0" is no number of a proposed release'],
  [['reject', '1'], 'proposed release 1 is not rejected: say why'],
  [['publish', '1'], 'there is no proposed release 1: nothing was proposed yet'],
])('%j is refused', async (words, message) => {
  const { status, stderr } = await run(...words);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test('a table is proposed, previewed, rejected, proposed again and published', async () => {
  const proposed = await run('ingest', 'population', residents, '--propose');
  expect(proposed.status).toBe(0);
  expect(proposed.stdout).toMatchInlineSnapshot(`
    "12411-01-01-4.csv: table 12411-01-01-4 proposed as 1 for population/residentsByDistrict; nothing is published yet
      1,578 cells of 526 territories (526 of them in no register)
      1,569 aggregates, 18,237 published series
      3 differences between delivered totals and the sums of their members
      against data version 1, of the published values:
        housing/personsPerThousandResidents: 471 new without a value
        income/asylumBenefitRate: 523 new without a value
        income/minimumIncomeRate: 523 new without a value
        income/sgb2Rate: 523 new without a value
        migration/foreignNetMigrationRate: 1,569 new without a value
        migration/netMigrationRate: 1,578 new without a value
        population/foreignShare: 1,569 new without a value
        population/olderShare: 1,569 new without a value
        population/residents: 1,347 new, 231 new without a value
        population/residents18To64: 1,569 new without a value
        population/residentsChange: 1,578 new without a value
        population/residentsChange5Years: 1,578 new without a value
        population/youngShare: 1,569 new without a value
        protection/recipientsPerThousandResidents: 1,569 new without a value
        protection/unaccompaniedMinorsPerTenThousandResidents: 471 new without a value
      publish it: kreisweit publish 1; else: kreisweit reject 1 --reason "..."
    "
  `);
  const again = await run('ingest', 'population', residents, '--propose');
  expect(again.stdout).toContain('this very file waits for review already, as 1');

  const waiting = await run('releases');
  expect(waiting.stdout).toMatch(/waits for review since \S+Z: kreisweit preview 1\n$/);
  expect((await run('status')).stdout).toContain('proposed, not published\n  1  12411-01-01-4 (');

  expect((await run('reject', '1', '--reason', 'not yet')).stdout).toContain(
    'rejected; nothing was published',
  );
  const refused = await run('publish', '1');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/it was rejected on \S+Z \(not yet\); the file can be proposed again/);

  await run('ingest', 'population', residents, '--propose');
  const preview = JSON.parse((await run('preview', '2', '--json')).stdout);
  expect(preview).toMatchObject({ cells: 1578, withdrawn: 0, dataVersion: 1 });
  const published = await run('publish', '2');
  expect(published.stdout).toMatch(
    /^proposed release 2: published as release 1, data version 2\n {2}1,578 cells/,
  );
  const listed = await run('releases', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject({
    releases: [{ release: 1, dataVersion: 2 }],
    proposed: [
      { proposed: 1, state: 'rejected', reason: 'not yet' },
      { proposed: 2, state: 'published', release: 1, dataVersion: 2 },
    ],
  });
}, 60_000);
