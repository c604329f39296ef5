import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository-root.ts';
import { formatTables } from './format-table.ts';

test('the contract of the files is the one that is committed', () => {
  const committed = readFileSync(join(repositoryRoot(), 'schema/cooperation-files.md'), 'utf8');
  expect(committed).toBe(formatTables());
});
