import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What would change an entry of the audit trail, or take it away, in SQL or through the query builder. */
const CHANGES: readonly RegExp[] = [
  /\b(?:update|delete\s+from|truncate(?:\s+table)?|merge\s+into|drop\s+table|alter\s+table)\s+(?:only\s+)?[^;`]{0,400}?\baudit_entry\b/i,
  /\b(?:updateTable|deleteFrom|mergeInto|dropTable|alterTable)\(\s*['"`]audit_entry\b/,
];

/** The only place that deletes entries: those that are older than the retention. */
const RETENTION = 'packages/store/src/audit/apply-retention.ts';

const files = ['packages', 'plugins'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(?:ts|mts|js|mjs|sql)$/.test(file))
    .filter((file) => !/node_modules|\/dist\/|\/testing\/|\.test\.ts$|\.soak\.ts$/.test(file)),
);

function changesEntries(text: string): boolean {
  return CHANGES.some((pattern) => pattern.test(text));
}

test('nothing changes or deletes an entry of the audit trail but the retention', () => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) => changesEntries(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([RETENTION]);
});

test.each([
  "update audit_entry set name = 'a'",
  'delete from  audit_entry where true',
  'truncate release, audit_entry',
  'TRUNCATE TABLE audit_entry',
  'drop table if exists audit_entry',
  "db.deleteFrom('audit_entry')",
  "db.updateTable(\n  'audit_entry as e')",
])('%j would be seen', (text) => {
  expect(changesEntries(text)).toBe(true);
});

test.each([
  "insert into audit_entry (what) values ('update')",
  'select * from audit_entry',
  'create table audit_entry ()',
])('%j is no change of an entry', (text) => {
  expect(changesEntries(text)).toBe(false);
});
