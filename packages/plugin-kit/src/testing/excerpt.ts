import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { fixturePath } from './read-fixture.ts';

/** How the first line of a classic GENESIS table begins. */
const CLASSIC = 'GENESIS-Tabelle:';
/** How a row of a classic table begins: its date, where it has one, and the key of its territory. */
const CLASSIC_ROW = /^(?:(?:\d{4}|\d\d\.\d\d\.\d{4});)?(DG|\d{2,3}|\d{5,12});/;

/**
 * A temporary file with the rows of some territories of a table, the rest of it as it is, byte by byte: for what takes long on a
 * whole country. Reads classic GENESIS tables, and CSV with one header line (flat files, SDMX-CSV, own figures), of which those
 * rows are kept that have a key in any of their cells. Called beside the tests (not in one); the file is removed after them.
 *
 * Throws an Error when the file is missing, or holds no row of one of the territories.
 *
 * @example
 * const table = new URL('../../data/12411-01-01-4.csv', import.meta.url);
 * describePlugin(populationPlugin, { fixtures: [{ file: excerpt(table, ['DG', '12', '12070']) }] });
 */
export function excerpt(file: string | URL, territories: readonly string[]): string {
  const path = fixturePath({ file });
  if (!existsSync(path)) throw new Error(`there is no file ${path} of which to make an excerpt`);
  const lines = readFileSync(path, 'latin1').split('\n');
  const keyOf = lines[0]?.startsWith(CLASSIC) ? classicKey : keyAmong(territories);
  const found = new Set<string>();
  const kept = lines.filter((line, index) => {
    const key = index === 0 ? null : keyOf(line);
    if (key === null) return true;
    if (!territories.includes(key)) return false;
    found.add(key);
    return true;
  });
  const missing = territories.filter((key) => !found.has(key));
  if (missing.length > 0) throw new Error(`${basename(path)} has no row of ${missing.join(', ')}`);
  return temporaryFile(basename(path), kept.join('\n'));
}

/** The territory of a row; null for a line that is none. */
type KeyOf = (line: string) => string | null;

const classicKey: KeyOf = (line) => CLASSIC_ROW.exec(line)?.[1] ?? null;

/** The cell of a row that is one of the territories; '' for a row of another one. */
function keyAmong(territories: readonly string[]): KeyOf {
  return (line) => {
    if (line.trim() === '') return null;
    const cells = line.split(/[;,\t]/).map((cell) => cell.trim().replaceAll('"', ''));
    return territories.find((key) => cells.includes(key)) ?? '';
  };
}

function temporaryFile(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kreisweit-excerpt-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content, 'latin1');
  return path;
}
