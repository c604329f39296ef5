import { flagsOfBits, statusCodes } from '@kreisweit/domain';
import { expect, it } from 'vitest';
import { longCellReader, NOT_COLLECTED, NOT_THERE } from './long-cell.ts';

function shown(text: string, quality = '', factor = 1): string {
  const cell = longCellReader({ decimal: ',' })(text, quality, factor);
  if (typeof cell === 'string') return cell;
  expect(statusCodes).toHaveProperty(cell.status);
  return [cell.value, cell.status, ...flagsOfBits(cell.flags), cell.sign].join(' ');
}

it('combines a number with its quality signs', () => {
  expect([
    shown('46', 'e', 1000),
    shown('46', '()'),
    shown('46', 'p r'),
    shown('(46)', 'e'),
    shown('46', 'b'),
    shown('35747,85', '', 100),
    shown('-', ''),
    shown('/', '/'),
    shown('/', 'e'),
    shown('...', ''),
    shown(NOT_THERE),
    shown(NOT_COLLECTED),
  ]).toMatchInlineSnapshot(`
    [
      "46000 NORMAL ESTIMATED e",
      "46 NORMAL LIMITED ()",
      "46 NORMAL PROVISIONAL REVISED p",
      "46 NORMAL ESTIMATED LIMITED ()",
      "46 NORMAL BREAK b",
      "3574785 NORMAL ",
      " NOT_AVAILABLE -",
      " UNRELIABLE /",
      " UNRELIABLE /",
      " PENDING ...",
      " NOT_AVAILABLE ",
      " NOT_COLLECTED_AT_LEVEL ",
    ]
  `);
});

it('hides a number beside a sign that says why there is none', () => {
  expect([
    shown('46', '/'),
    shown('46', '.'),
    shown('46', 'e *'),
    shown('46', 'x'),
    shown('0', '-'),
  ]).toMatchInlineSnapshot(`
    [
      " UNRELIABLE /",
      " CONFIDENTIAL_OR_UNKNOWN .",
      " CONFIDENTIAL *",
      " NOT_APPLICABLE x",
      " NOT_AVAILABLE -",
    ]
  `);
});

it('says what it cannot read', () => {
  expect([
    shown('46', '?'),
    shown('46', '7'),
    shown('46', '-'),
    shown('4.6'),
    shown(''),
    shown('9'.repeat(15), '', 1000),
  ]).toMatchInlineSnapshot(`
    [
      "the quality sign '?' is not known",
      "the quality sign '7' is not known",
      "'46' stands beside the sign '-', which says nothing",
      "'4.6' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator",
      "an empty cell; write a number or a sign ("-" nothing, "." unknown, "..." later)",
      "'999999999999999' times 1000 is larger than any count can be",
    ]
  `);
});
