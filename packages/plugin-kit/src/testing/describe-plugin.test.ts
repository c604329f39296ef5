import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { smallTable } from '../../tests/small-table.ts';
import { soundPlugin } from '../../tests/sound-plugin.ts';
import { describePlugin } from './describe-plugin.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-'));
const file = join(folder, 'places.csv');
writeFileSync(file, smallTable);
afterAll(() => rmSync(folder, { recursive: true }));

describePlugin(soundPlugin, {
  fixtures: [
    { file, golden: [{ territory: '12072', measure: 'taken', period: '2014', value: null, sign: '/' }] },
    {
      file: pathToFileURL(file),
      districts: [{ district: '12072', key: 'taken', period: '2014', status: 'UNRELIABLE' }],
    },
  ],
});
