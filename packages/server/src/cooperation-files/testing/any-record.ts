import fc from 'fast-check';
import type { ObjectNode, ShapeNode } from '../shape.ts';

/** Any value of a shape, as far as a table can tell it: without control characters, texts not blank, items of lists not empty. */
export function anyOf(node: ShapeNode): fc.Arbitrary<unknown> {
  switch (node.type) {
    case 'nullable':
      return fc.option(anyOf(node.of), { nil: null }).map((value) => (saysNothing(value) ? null : value));
    case 'optional':
      return anyOf(node.of);
    case 'list':
      return fc.array(anyOf(node.of), { maxLength: 3 });
    case 'object':
      return objectOf(node);
    case 'either':
      return fc.oneof(...node.shapes.map(objectOf));
    case 'variants':
      return fc.oneof(
        ...Object.entries(node.variants).map(([kind, variant]) =>
          objectOf(variant).map((fields) => ({ kind, ...fields })),
        ),
      );
    case 'choice':
      return fc.constantFrom(...Object.keys(node.titles));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.integer(), fc.constantFrom(0.5, -1.25, 1.234, 1e-7, 1e21));
    case 'integer':
      return fc.integer();
    case 'day':
      return fc.constantFrom('2026-01-31', '2024-02-29', '1999-12-01');
    case 'territory':
      return fc.constantFrom('03153', '12070296', '120705006', '12070', 'language-cafe');
    case 'key':
      return fc.constantFrom(
        'language-courses',
        '2025-06',
        'https://kreis.example/a;b|c',
        'a1',
        '-',
        '=x',
        '1e5',
      );
    case 'breakdown':
      return fc.constantFrom({}, { sex: 'female' }, { sex: 'male', age: '18-24' });
    case 'text':
      return fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme' }).filter(isPlain));
  }
}

/** A text in either language that is in neither: a row tells it as none. */
function saysNothing(value: unknown): boolean {
  return isFilled(value) && Object.values(value).every((part) => part === null);
}

/** What separates, quotes, escapes or looks like something else in one of the forms. */
const awkward = [
  '=1+1',
  "'=1",
  '- Punkt',
  'a; b | c',
  '\\n \\',
  ' x ',
  'zwei\nZeilen',
  '"',
  'ja',
  '1.2',
  '(niemand)',
  'مرحبا',
];

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function isPlain(text: string): boolean {
  return text.trim() !== '' && !/\p{Cc}/u.test(text);
}

function objectOf({ fields }: ObjectNode): fc.Arbitrary<object> {
  const each = Object.entries(fields).map(([name, field]) => [name, anyOf(field)] as const);
  return fc.record(Object.fromEntries(each), { noNullPrototype: true });
}
