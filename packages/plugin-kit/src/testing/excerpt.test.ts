import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { smallTable } from '../../tests/small-table.ts';
import { excerpt } from './excerpt.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const classic = fileOf('classic.csv', smallTable);
const ofClassic = excerpt(classic, ['DG', '12070']);

const flat = fileOf('flat.csv', '\uFEFFzeit;code;name;wert\n2015;12070;Prignitz;1\n2015;12072;Märkisch;2\n');
const ofFlat = excerpt(pathToFileURL(flat), ['12072']);

const dated = fileOf(
  'dated.csv',
  Buffer.from('GENESIS-Tabelle: 1\n31.12.2015;12070;P\xe4;1\n2014;12072;M;2\n2014;DG;D;3\n', 'latin1'),
);
const ofDated = excerpt(dated, ['12070']);

it('keeps the header, the footer and the rows of the territories of a classic table', () => {
  const kept = smallTable.split('\n').filter((line) => !line.startsWith('12;') && !line.startsWith('12072;'));
  expect(readFileSync(ofClassic, 'utf8').split('\n')).toEqual(kept);
  expect(basename(ofClassic)).toBe('classic.csv');
});

it('keeps dated rows, and every byte of an older encoding', () => {
  expect(readFileSync(ofDated, 'latin1')).toBe('GENESIS-Tabelle: 1\n31.12.2015;12070;P\xe4;1\n');
});

it('keeps the header and the rows of the territories of another CSV', () => {
  expect(readFileSync(ofFlat, 'utf8')).toBe('\uFEFFzeit;code;name;wert\n2015;12072;Märkisch;2\n');
});

it('says which territory has no row, and which file is missing', () => {
  expect(() => excerpt(classic, ['12070', '99999'])).toThrow('classic.csv has no row of 99999');
  expect(() => excerpt(join(folder, 'none.csv'), ['12070'])).toThrow(/there is no file .*none\.csv/);
});
