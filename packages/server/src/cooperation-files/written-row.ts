import { type Breakdown, breakdownKey } from '@kreisweit/domain';
import type { WrittenCell } from '@kreisweit/plugin-kit';
import { listCell } from './list-cell.ts';
import type { RecordColumn } from './record-format.ts';
import type { ShapeNode } from './shape.ts';
import { partPaths, presentShape, shapeAt } from './shape-at.ts';

/** A list that holds nothing, where having none would mean that it is not known. */
export const NOBODY = '(niemand)';

/** The cells of a row. */
export function writtenRow(
  { row: shape, columns }: { readonly row: ShapeNode; readonly columns: readonly RecordColumn[] },
  row: unknown,
): readonly WrittenCell[] {
  return columns.map(({ path }) => writtenCell(shapeAt(shape, path), valueAt(row, path)));
}

function writtenCell(node: ShapeNode, value: unknown): WrittenCell {
  if (value === null || value === undefined) return null;
  const shape = presentShape(node);
  if (shape.type === 'number' || shape.type === 'integer') return Number(value);
  if (shape.type !== 'list') return singleText(shape, value);
  const items = Array.isArray(value) ? value : [];
  if (items.length === 0) return node.type === 'nullable' ? NOBODY : null;
  return listCell(items.map((item) => itemParts(shape.of, item)));
}

function itemParts(node: ShapeNode, item: unknown): readonly string[] {
  return partPaths(node).map((path) => {
    const part = path === '' ? item : valueAt(item, path);
    if (part === null || part === undefined) return '';
    return singleText(presentShape(path === '' ? node : shapeAt(node, path)), part);
  });
}

function singleText(shape: ShapeNode, value: unknown): string {
  if (shape.type === 'boolean') return value === true ? 'ja' : 'nein';
  if (shape.type === 'number') return String(value).replace('.', ',');
  return shape.type === 'breakdown' ? breakdownKey(value as Breakdown) : String(value);
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, name) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.entries(inside).find(([own]) => own === name)?.[1];
  }, value);
}
