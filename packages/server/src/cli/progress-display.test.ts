import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { progressDisplay, progressLine } from './progress-display.ts';

test('a line says the phase, how much of the input is read, rows and their rate', () => {
  const reading = { phase: 'reading', rows: 120_000 } as const;
  expect(progressLine('a.csv', { progress: reading, seconds: 4, done: 0.25 })).toBe(
    'a.csv: reading, 25 %, 120,000 rows, 30,000 rows/s',
  );
  expect(progressLine('a.csv', { progress: reading, seconds: 0.5 })).toBe('a.csv: reading, 120,000 rows');
  expect(progressLine('a.csv', { progress: { phase: 'aggregating', rows: 0 }, seconds: 7.2 })).toBe(
    'a.csv: adding up, 7 s',
  );
  expect(progressLine('opening the database', { progress: null, seconds: 0 })).toBe(
    'opening the database ...',
  );
});

test('a log gets whole lines, and none for work that is done at once', async () => {
  const stream = new PassThrough();
  const display = progressDisplay(stream as unknown as NodeJS.WriteStream);
  display.step('quick work');
  display.note('something to know');
  display.end();
  await wait(0);
  expect(String(stream.read())).toBe('something to know\n');
});

test('a terminal gets one line that is renewed and removed in the end', async () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 30 });
  const display = progressDisplay(stream as unknown as NodeJS.WriteStream);
  display.step('a.csv');
  display.report({ phase: 'storing', rows: 1234567890 });
  await wait(400);
  display.end();
  const written = String(stream.read());
  expect(written).not.toContain('\n');
  expect(written).toContain('a.csv: storing, 1,234,567,890');
  expect(written.endsWith('\r\x1b[2K')).toBe(true);
  for (const line of written.split('\r\x1b[2K')) expect(line.length).toBeLessThan(30);
});
