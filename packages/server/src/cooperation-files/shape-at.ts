import type { ShapeNode } from './shape.ts';

/**
 * The shape at a path of fields (`recurrence.every.months`): through what may be null or one of several. Throws a RangeError for a path that
 * the shape does not have: a mistake in a format.
 */
export function shapeAt(node: ShapeNode, path: string): ShapeNode {
  const found = path
    .split('.')
    .reduce<ShapeNode | null>((inside, name) => inside && fieldOf(inside, name), node);
  if (found === null) throw new RangeError(`the shape has no field '${path}'`);
  return found;
}

function fieldOf(node: ShapeNode, name: string): ShapeNode | null {
  switch (node.type) {
    case 'nullable':
    case 'optional':
      return fieldOf(node.of, name);
    case 'object':
      return node.fields[name] ?? null;
    case 'either':
      return firstWith(node.shapes, name);
    case 'variants':
      return name === 'kind'
        ? { type: 'choice', titles: node.titles }
        : firstWith(Object.values(node.variants), name);
    default:
      return null;
  }
}

function firstWith(nodes: readonly ShapeNode[], name: string): ShapeNode | null {
  return nodes.map((node) => fieldOf(node, name)).find((found) => found !== null) ?? null;
}

/** What it is where it is: without being null or left out. */
export function presentShape(node: ShapeNode): ShapeNode {
  return node.type === 'nullable' || node.type === 'optional' ? presentShape(node.of) : node;
}

/** The paths of the single values of an item of a list, in the order in which a cell holds them: '' for the item itself. */
export function partPaths(node: ShapeNode): readonly string[] {
  const shape = presentShape(node);
  if (shape.type !== 'object') return [''];
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    partPaths(field).map((path) => (path === '' ? name : `${name}.${path}`)),
  );
}
