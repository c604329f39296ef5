import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@kreisweit/store';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let database: CommandDatabase;
let store: Store;
beforeAll(async () => {
  database = await commandDatabase();
  store = await openStore({ kind: 'server', url: database.environment.DATABASE_URL });
});
afterAll(async () => {
  await store.close();
  await database.close();
});
const run = (...words: readonly string[]) =>
  kreisweitInProcess(words, { environment: database.environment, folder });

const ENTRIES = `
insert into audit_entry (id, at, identity, name, role, what, subject_kind, subject_key, districts, before, after, request_id, data_version)
values
  ('00000000-0000-4000-8000-000000000001', '2001-01-01T10:00:00Z', 'operator', 'operator', 'ADMINISTRATOR',
    'token.created', 'token', 'kw_ab12cd34', '{12070}', null, '{"kind": "token"}', null, null),
  ('00000000-0000-4000-8000-000000000002', '2126-02-01T10:00:00.5Z', 'token:kw_ab12cd34', E'=Landkreis\\x1b[2J Prignitz', 'DISTRICT_COORDINATOR',
    'release.published', 'release', '17', '{12070,03153}', '{"state": "proposed"}', '{"state": "published"}', 'req-7', 9),
  ('00000000-0000-4000-8000-000000000003', '2126-02-02T10:00:00Z', 'operator', 'operator', 'ADMINISTRATOR',
    'catalogue.changed', 'plugin', 'population', '{}', null, null, null, 10)`;
beforeEach(async () => {
  await store.database.pool.query('truncate audit_entry');
  await store.database.pool.query(ENTRIES);
});

test('shows who changed what, newest first', async () => {
  const { status, stdout } = await run('audit');
  expect(status).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "2126-02-02T10:00:00Z  catalogue.changed plugin/population
      by operator as ADMINISTRATOR; data version 10
    2126-02-01T10:00:00.5Z  release.published release/17
      by =Landkreis�[2J Prignitz (token:kw_ab12cd34) as DISTRICT_COORDINATOR; districts 12070, 03153; data version 9; request req-7
      before {"state":"proposed"}
      after {"state":"published"}
    2001-01-01T10:00:00Z  token.created token/kw_ab12cd34
      by operator as ADMINISTRATOR; districts 12070
      after {"kind":"token"}
    "
  `);
  expect((await run('audit', '--what', 'nothing')).stdout).toBe('There is no such entry.\n');
});

test('shows the last hundred, and says that there are more', async () => {
  await store.database.pool.query(
    `insert into audit_entry (identity, name, role, what, subject_kind, subject_key, districts)
     select 'operator', 'operator', 'ADMINISTRATOR', 'token.revoked', 'token', n::text, '{}' from generate_series(1, 1205) n`,
  );
  expect((await run('audit', '--what', 'token.')).stdout).toMatch(
    /\n\.\.\. and 1,106 older: --format csv writes all of them\n$/,
  );
  const { stdout } = await run('audit', '--what', 'token.', '--format', 'jsonl');
  expect(stdout.split('\n')).toHaveLength(1_207);
});

test('as data for scripts', async () => {
  const { stdout } = await run('audit', '--district', '03153', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    total: 1,
    entries: [{ what: 'release.published', subject: { kind: 'release', key: '17' }, dataVersion: 9 }],
  });
});

test('writes a file that is whole, is for its owner only, and takes the place of none', async () => {
  const words = ['audit', '--until', '2126-02-01', '--format', 'csv', '--out', 'trail.csv'];
  const { status, stdout } = await run(...words);
  const file = join(folder, 'trail.csv');
  expect({ status, stdout }).toEqual({ status: 0, stdout: `2 entries written to ${file}\n` });
  expect(readFileSync(file, 'utf8').split('\r\n')[1]?.replace('\u001b', '<escape>')).toMatchInlineSnapshot(
    `"2126-02-01T10:00:00.5Z,token:kw_ab12cd34,'=Landkreis<escape>[2J Prignitz,DISTRICT_COORDINATOR,release.published,release,17,12070 03153,"{""state"":""proposed""}","{""state"":""published""}",req-7,9,00000000-0000-4000-8000-000000000002"`,
  );
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['trail.csv']);

  writeFileSync(file, 'mine');
  const again = await run(...words);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain(`there is something already at ${file}`);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('a file that cannot be written leaves nothing behind', async () => {
  const { status } = await run('audit', '--format', 'jsonl', '--out', join('nowhere', 'trail.jsonl'));
  expect(status).toBe(1);
  const refused = await run('audit', '--from', 'soon', '--format', 'jsonl', '--out', 'soon.jsonl');
  expect(refused.stderr).toContain('from: "soon" is no day');
  expect(readdirSync(folder).filter((name) => name.startsWith('soon'))).toEqual([]);
});

test.each([
  [['--format', 'xml'], '"xml" is no format: write text, csv, jsonl'],
  [['--out', 'a.txt'], 'a file is CSV or JSON lines: write --format csv or --format jsonl with --out'],
  [['--format', 'csv', '--json'], 'two formats at once'],
  [['--from', '31.01.2026'], 'from: "31.01.2026" is no day: write one like 2026-01-31'],
])('audit %j is refused', async (words, message) => {
  const { status, stderr } = await run('audit', ...words);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test('tidy says what it would remove, removes it, and leaves an entry that says so', async () => {
  const dry = await run('tidy', '--dry-run');
  expect(dry.status).toBe(0);
  expect(dry.stdout.replaceAll(/\d{4}-\S+Z/g, '<moment>')).toMatchInlineSnapshot(`
    "would remove
      1 entry of the audit trail from before <moment>
      0 receipts of deliveries from before <moment>
      0 tokens and links that ended before <moment>
    "
  `);
  const { stdout } = await run('tidy', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    dryRun: false,
    retention: { auditMonths: 60 },
    removed: { auditEntries: 1, deliveryReceipts: 0, accessTokens: 0 },
  });
  const { entries } = JSON.parse((await run('audit', '--json')).stdout);
  expect(entries.map(({ what }: { what: string }) => what)).toEqual([
    'catalogue.changed',
    'release.published',
    'retention.applied',
  ]);
});

test('tidy keeps what the configuration says', async () => {
  writeFileSync(join(folder, 'kreisweit.config.json'), '{ "retention": { "auditMonths": 1200 } }');
  const { stdout } = await run('tidy', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    removed: { auditEntries: 0 },
    retention: { auditMonths: 1200 },
  });
  writeFileSync(join(folder, 'kreisweit.config.json'), '{ "retention": { "auditMonths": 0 } }');
  const { status, stderr } = await run('tidy');
  expect(status).toBe(1);
  expect(stderr).toContain('retention.auditMonths: 0 is no number of months');
  rmSync(join(folder, 'kreisweit.config.json'));
});
