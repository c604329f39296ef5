import type { SheetCell } from '@kreisweit/plugin-kit';
import { cellValue } from './cell-value.ts';
import type { RefuseValue } from './read-shape.ts';
import type { ShapeNode } from './shape.ts';

/** The cells of a row by the path of their column; columns that the table does not have are not among them. */
export type RowCells = ReadonlyMap<string, SheetCell>;

/**
 * What a row means, as JSON would hold it: nothing of it is judged, `readShape` does that. What may be null is where all of its cells are empty. Only a cell
 * that is filled although nothing of what the row is has a place for it is noted.
 */
export function rowValue(node: ShapeNode, cells: RowCells, refuse: RefuseValue): unknown {
  return meaningOf(node, '', { cells, refuse });
}

type Row = { readonly cells: RowCells; readonly refuse: RefuseValue };

function meaningOf(node: ShapeNode, path: string, row: Row): unknown {
  switch (node.type) {
    case 'nullable':
      if (!isFilled(path, row)) return null;
      // An empty list and none at all are told apart by the cell.
      return node.of.type === 'list' ? singleOf(node, path, row) : meaningOf(node.of, path, row);
    case 'optional':
      return isFilled(path, row) ? meaningOf(node.of, path, row) : undefined;
    case 'object':
      return objectOf(Object.entries(node.fields), path, row);
    case 'either':
      return objectOf(
        node.shapes.flatMap(({ fields }) => Object.entries(fields)),
        path,
        row,
      );
    case 'variants': {
      const kind = meaningOf({ type: 'choice', titles: node.titles }, at(path, 'kind'), row);
      const variant = typeof kind === 'string' ? node.variants[kind] : undefined;
      if (variant === undefined) return { kind };
      refuseOthers(Object.keys(variant.fields), { kind: String(kind), path }, row);
      return { kind, ...objectOf(Object.entries(variant.fields), path, row) };
    }
    default:
      return singleOf(node, path, row);
  }
}

function objectOf(fields: readonly (readonly [string, ShapeNode])[], path: string, row: Row): object {
  const values = fields.map(([name, field]) => [name, meaningOf(field, at(path, name), row)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function singleOf(node: ShapeNode, path: string, { cells, refuse }: Row): unknown {
  const cell = cells.get(path);
  if (cell?.kind === 'error') {
    refuse(path, `the cell holds the error ${cell.text}: mend its formula, or write what it means`);
  }
  const value = cell === undefined ? undefined : cellValue(node, cell);
  if (value !== undefined) return value;
  if (node.type === 'text') return '';
  return node.type === 'list' ? [] : undefined;
}

function refuseOthers(
  names: readonly string[],
  { kind, path }: { readonly kind: string; readonly path: string },
  { cells, refuse }: Row,
): void {
  const known = ['kind', ...names].map((name) => at(path, name));
  for (const [place, cell] of cells) {
    const isInside = place.startsWith(at(path, '')) && cell.text.trim() !== '';
    if (!isInside || known.some((name) => place === name || place.startsWith(`${name}.`))) continue;
    refuse(place, `a row that is ${kind} has nothing here: leave the cell empty`);
  }
}

function isFilled(path: string, { cells }: Row): boolean {
  return cells.entries().some(([place, { text }]) => {
    return (place === path || place.startsWith(`${path}.`)) && text.trim() !== '';
  });
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
