/**
 * `npm run generate` writes the generated files; with `--check` it writes nothing and fails when one of them is not
 * what it should be.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { repositoryRoot } from '../repository-root.ts';
import { artefacts, INDICATORS_PATH } from './artefacts.ts';
import { firstDifference } from './first-difference.ts';

try {
  generate({ check: process.argv.includes('--check') });
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof CommandError ? error.message : error);
}

function generate({ check }: { readonly check: boolean }): void {
  for (const { path, content } of artefacts(read(INDICATORS_PATH))) {
    const present = read(path);
    if (present === content) continue;
    if (check) {
      console.error(
        `${path} is out of date: run "npm run generate" and commit it. ${firstDifference(present, content)}`,
      );
      process.exitCode = 1;
    } else {
      writeFileSync(join(repositoryRoot(), path), content);
      console.log(`${path} written`);
    }
  }
}

function read(path: string): string | null {
  const file = join(repositoryRoot(), path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
