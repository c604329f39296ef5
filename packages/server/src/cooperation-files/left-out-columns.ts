import type { RecordColumn } from './record-format.ts';
import type { ShapeNode } from './shape.ts';

type Columns = {
  /** Those of the format. */
  readonly columns: readonly RecordColumn[];
  /** The paths of those that the table has. */
  readonly present: ReadonlySet<string>;
};

/** The fields (paths) that the columns of a table leave out of a row: the whole of a field where none of its columns is there, else the parts of it. */
export function leftOutColumns(node: ShapeNode, row: unknown, table: Columns): readonly string[] {
  return leftOutAt(node, { row, path: '' }, table);
}

function leftOutAt(
  node: ShapeNode,
  { row, path }: { readonly row: unknown; readonly path: string },
  table: Columns,
): readonly string[] {
  const isWithin = (own: string): boolean => path === '' || own === path || own.startsWith(`${path}.`);
  const own = table.columns.filter((column) => isWithin(column.path));
  if (own.every((column) => table.present.has(column.path))) return [];
  if (path !== '' && own.every((column) => !table.present.has(column.path))) return [path];
  return fieldsOf(node, row).flatMap(([name, field]) => {
    const inside = typeof row === 'object' && row !== null ? Object.entries(row) : [];
    const [, value] = inside.find(([each]) => each === name) ?? [];
    return leftOutAt(field, { row: value, path: path === '' ? name : `${path}.${name}` }, table);
  });
}

/** The fields of what may stand in a row: of several kinds those of its own. */
function fieldsOf(node: ShapeNode, row: unknown): readonly (readonly [string, ShapeNode])[] {
  switch (node.type) {
    case 'nullable':
    case 'optional':
      return fieldsOf(node.of, row);
    case 'object':
      return Object.entries(node.fields);
    case 'either':
      return node.shapes.flatMap(({ fields }) => Object.entries(fields));
    case 'variants': {
      const kind = typeof row === 'object' && row !== null && 'kind' in row ? row.kind : undefined;
      return typeof kind === 'string' ? Object.entries(node.variants[kind]?.fields ?? {}) : [];
    }
    default:
      return [];
  }
}
