import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/kreisweit/', import.meta.url));
const options = new URL('../database/embedded-options.ts', import.meta.url);
const program = fileURLToPath(new URL('./save-template.ts', import.meta.url));

/**
 * The file with a saved empty embedded database, made once and kept in `node_modules/.cache` under a name
 * that changes with the version of PGlite and with `embeddedOptions`.
 */
export async function embeddedTemplate(): Promise<string> {
  const variant = createHash('sha256')
    .update(await readFile(options))
    .digest('hex')
    .slice(0, 8);
  const file = join(cache, `pglite-${await pgliteVersion()}-${variant}.tar.gz`);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  await promisify(execFile)(process.execPath, [program, file]);
  return file;
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
  return String(version);
}
