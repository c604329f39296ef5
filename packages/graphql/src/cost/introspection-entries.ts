/** How many entries the lists of the schema about itself have, by type and field, somewhat more than in ours. */
export const introspectionEntries: ReadonlyMap<string, number> = new Map([
  ['__Schema.types', 170],
  ['__Schema.directives', 5],
  ['__Directive.args', 2],
  ['__Type.fields', 5],
  ['__Type.inputFields', 1],
  ['__Type.interfaces', 1],
  ['__Type.enumValues', 2],
  ['__Type.possibleTypes', 1],
  ['__Field.args', 1],
]);
