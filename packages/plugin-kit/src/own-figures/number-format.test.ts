import { describe, expect, it } from 'vitest';
import { numberFormat, type Separator } from './number-format.ts';

const formatOf = (separator: Separator, ...values: readonly string[]): string => {
  const { decimal, thousands } = numberFormat(values, separator);
  return `${decimal} ${thousands ?? 'none'}`;
};

describe('numberFormat', () => {
  it('believes in a comma, and in no thousands, where nothing says otherwise', () => {
    expect(formatOf(';', '12', '-', '1.234')).toBe(', none');
    expect(formatOf(';')).toBe(', none');
    expect(formatOf(',', '12', '1.234')).toBe(', none');
    expect(formatOf(';', '12,5', '1.234')).toBe(', none');
  });

  it('believes in a point when several values cannot be read otherwise', () => {
    expect(formatOf(';', '12.5')).toBe(', none');
    expect(formatOf(';', '12.5', '(0.25)')).toBe('. none');
    expect(formatOf(';', '12.5', '7.25 e', '3,5')).toBe(', none');
    expect(formatOf(',', '12.5')).toBe('. none');
    expect(formatOf('\t', '1234.567', '0.123')).toBe('. none');
  });

  it('passes over what is too long for a number', () => {
    expect(formatOf(';', `12.5${' '.repeat(1_000_000)}x`, '12.5', '7.25')).toBe('. none');
  });

  it('believes in thousands when they cannot be decimals', () => {
    expect(formatOf(';', '1.234.567')).toBe(', .');
    expect(formatOf(';', '1.234,5')).toBe(', .');
    expect(formatOf(';', '1.234.567', '12.5')).toBe(', none');
    expect(formatOf(';', '1,234,567')).toBe('. ,');
    expect(formatOf(';', '1,234.5', '3,5')).toBe(', none');
    expect(formatOf(';', '12\u202f345')).toBe(',  ');
  });
});
