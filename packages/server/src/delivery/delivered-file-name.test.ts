import { describe, expect, test } from 'vitest';
import { deliveredFileName, nameInDisposition } from './delivered-file-name.ts';

test.each([
  ['Kitas 2022.csv', 'Kitas 2022.csv'],
  ['C:\\Ablage\\Müller.xlsx', 'Müller.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['/tmp/', 'delivered'],
  ['..', 'delivered'],
  ['.hidden', 'hidden'],
  ['a\u0000b\nc\u001b[31m.csv', 'abc[31m.csv'],
  ['evil\u202egnp.csv', 'evilgnp.csv'],
  ['half\ud83d.csv', 'half.csv'],
  ['Mu\u0308ller.csv', 'Müller.csv'],
  ['a<b>:"c|?*.csv', 'abc.csv'],
  ['', 'delivered'],
])('%j becomes %j', (sent, name) => {
  expect(deliveredFileName(sent)).toBe(name);
});

test('a name is at most 200 bytes long and keeps its ending', () => {
  for (const letter of ['a', 'ü', '𝄞']) {
    const name = deliveredFileName(`${letter.repeat(300)}.csv`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(name)).toBeGreaterThan(196);
    expect(name.endsWith(`${letter}.csv`)).toBe(true);
  }
});

describe('Content-Disposition', () => {
  const asBytes = (text: string) => Buffer.from(text).toString('latin1');

  test.each([
    [undefined, null],
    ['', null],
    ['inline', null],
    ['attachment; filename="a b.csv"', 'a b.csv'],
    ['attachment; filename=plain.csv', 'plain.csv'],
    ['attachment; filename="say \\"hi\\".csv"', 'say "hi".csv'],
    [`attachment; filename="x.csv"; filename*=UTF-8''M%C3%BCller.csv`, 'Müller.csv'],
    [`attachment; filename="x.csv"; filename*=UTF-8''%ZZ`, 'x.csv'],
    [asBytes('attachment; filename="Müller.csv"'), 'Müller.csv'],
    ['attachment; filename="M\u00fcller.csv"', 'Müller.csv'],
  ])('%j names %j', (header, name) => {
    expect(nameInDisposition(header)).toBe(name);
  });
});
