import { parseBreakdownKey } from '@kreisweit/domain';
import type { SheetCell } from '@kreisweit/plugin-kit';
import { listItems } from './list-cell.ts';
import type { ShapeNode } from './shape.ts';
import { partPaths, presentShape, shapeAt } from './shape-at.ts';
import { NOBODY } from './written-row.ts';

/**
 * What a cell means where such a shape stands, as JSON would hold it; undefined for an empty one. What cannot be understood is left as the text that it is, so
 * that `readShape` tells what is wrong with it.
 */
export function cellValue(node: ShapeNode, { kind, text, isPercent }: SheetCell): unknown {
  if (kind === 'empty' || text.trim() === '') return undefined;
  const shape = presentShape(node);
  if ((shape.type === 'number' || shape.type === 'integer') && kind === 'number')
    return isPercent === true ? `${text} in per cent` : Number(text);
  if (shape.type === 'day' && kind === 'day') return text.slice(0, 10);
  if (shape.type !== 'list') return singleValue(shape, text);
  if (node.type === 'nullable' && NOTHING.has(text.trim().toLowerCase())) return [];
  return listItems(text).map((parts) => itemValue(shape.of, parts));
}

const NOTHING = new Set([NOBODY, '(nobody)']);

function itemValue(node: ShapeNode, parts: readonly string[]): unknown {
  const paths = partPaths(node);
  const [first = '', ...others] = parts;
  // A part too many is no part of another: the shape is told all of it, and finds it wrong.
  if (parts.length > paths.length) return parts.join(' | ');
  if (paths.length === 1) return singleValue(presentShape(node), [first, ...others].join(' | '));
  return paths.reduce<unknown>((item, path, index) => {
    const shape = presentShape(shapeAt(node, path));
    const part = parts[index] ?? '';
    const value = part === '' && shape.type !== 'text' ? undefined : singleValue(shape, part);
    return part === '' && shapeAt(node, path).type === 'nullable' ? item : withValue(item, path, value);
  }, {});
}

/** An object with a value at a path; as it is for none. */
export function withValue(object: unknown, path: string, value: unknown): unknown {
  if (value === undefined) return object;
  const [name = '', ...rest] = path.split('.');
  const fields = typeof object === 'object' && object !== null ? object : {};
  const [, inside] = Object.entries(fields).find(([own]) => own === name) ?? [];
  return { ...fields, [name]: rest.length === 0 ? value : withValue(inside ?? {}, rest.join('.'), value) };
}

function singleValue(shape: ShapeNode, text: string): unknown {
  const plain = text.trim();
  switch (shape.type) {
    case 'number':
    case 'integer':
      return numberIn(plain) ?? plain;
    case 'boolean':
      return BOOLEANS.get(plain.toLowerCase()) ?? plain;
    case 'day':
      return dayIn(plain) ?? plain;
    case 'choice':
      return choiceIn(shape.titles, plain) ?? plain;
    case 'territory':
      return territoryIn(plain);
    case 'breakdown':
      return breakdownIn(plain) ?? plain;
    case 'key':
      return plain;
    default:
      return text.replaceAll('\r\n', '\n');
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['ja', 'yes', 'true', 'wahr', 'x', '1'].map((word) => [word, true] as const),
  ...['nein', 'no', 'false', 'falsch', '0', '-'].map((word) => [word, false] as const),
]);

/** With a decimal comma or point, as long as the point cannot be one between thousands (`1.234`). */
function numberIn(text: string): number | null {
  if (!/^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text) || /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text))
    return null;
  return Number(text.replace(',', '.'));
}

/** ISO, or as German spreadsheets write it. */
function dayIn(text: string): string | null {
  const [, date, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (date === undefined || month === undefined || year === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** By its name or one of its titles. */
function choiceIn(
  titles: Readonly<Record<string, { readonly de: string; readonly en: string }>>,
  text: string,
): string | undefined {
  const meant = text.toLowerCase();
  const found = Object.entries(titles).find(([name, { de, en }]) =>
    [name, de, en].some((title) => title.toLowerCase() === meant),
  );
  return found?.[0];
}

/** Keys of districts have 5 digits, of municipalities 8, and 12 all of them: one less has lost its zero. */
function territoryIn(text: string): string {
  const digits = text.replaceAll(/\s/g, '');
  return /^(?:\d{4}|\d{7}|\d{11})$/.test(digits) ? `0${digits}` : digits;
}

function breakdownIn(text: string): unknown {
  try {
    return parseBreakdownKey(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
