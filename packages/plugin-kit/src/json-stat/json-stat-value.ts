import { NOT_THERE } from '../long/long-cell.ts';
import { sdmxMeaning, sdmxValue } from '../sdmx/sdmx-value.ts';
import { plainDecimal } from '../xlsx/plain-decimal.ts';
import { found } from './json-stat-problems.ts';

/** A value in the signs of official statistics, or what is wrong with it. */
export type JsonStatValue =
  | { readonly text: string; readonly quality: string }
  | { readonly problem: string };

const SIGNS: ReadonlySet<string> = new Set(['-', '.', '...', '/', 'x', '*']);
const NONE: JsonStatValue = { text: NOT_THERE, quality: '' };

/**
 * Reads a value and its status. A status is a sign of official statistics, a letter of Eurostat (several may stand together, a
 * colon before them says that there is no number), or a code of SDMX. A number that is confidential is never taken over.
 */
export function jsonStatValue(value: unknown, status: unknown): JsonStatValue {
  if (value !== null && value !== undefined && typeof value !== 'number') {
    return { problem: `expected a number or null, found ${found(value)}` };
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    return { problem: 'is larger than any count can be' };
  const text = typeof value === 'number' ? plainDecimal(value) : '';
  if (status === undefined || status === null || status === '')
    return text === '' ? NONE : { text, quality: '' };
  if (typeof status !== 'string') return { problem: `expected a status as text, found ${found(status)}` };
  const written = status.trim();
  if (SIGNS.has(written)) return text === '' ? { text: written, quality: '' } : { text, quality: written };
  const code = written.replace(/^:/, '').trim();
  const meaning = /^[A-Z]$/.test(code) ? sdmxMeaning(code, '', '') : sdmxMeaning('', code, '');
  if (typeof meaning === 'string') return { problem: `the status '${written}' is not known` };
  if (written.startsWith(':') && text !== '' && meaning.hidden === null) {
    return { problem: `there is a value, ${text}, but its status '${written}' says that there is none` };
  }
  const read = sdmxValue(meaning, text);
  return typeof read === 'string' ? { problem: read } : read;
}
