import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What to write for an argument, by its name or by `Type.field.name`. */
export type Written = Readonly<Record<string, string>>;

/**
 * A document for each field of an object, with all that is below it, for the arguments written. `way` leads to the object: `#` is where its
 * fields stand. Other objects that have a way of their own are asked for their plain fields.
 */
export function everyAnswer(
  schema: GraphQLSchema,
  {
    type: name,
    way,
    ends,
    written,
  }: {
    readonly type: string;
    readonly way: string;
    readonly ends: readonly string[];
    readonly written: Written;
  },
): readonly string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there is no type ${name}`);
  const walk = { schema, ends, written, within: [name] };
  return Object.values(type.getFields()).flatMap((field) => {
    const asked = selection(type, field, walk);
    return asked === null ? [] : way.replace('#', asked);
  });
}

type Walk = {
  readonly schema: GraphQLSchema;
  readonly ends: readonly string[];
  readonly written: Written;
  /** The types on the way: none is asked inside itself. */
  readonly within: readonly string[];
};

/** The selection of a field; null where nobody wrote an argument that it needs. */
function selection(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  walk: Walk,
  isOneOfSeveral = false,
): string | null {
  const args: string[] = [];
  for (const argument of field.args) {
    const value = walk.written[`${type.name}.${field.name}.${argument.name}`] ?? walk.written[argument.name];
    if (value === undefined && isRequiredArgument(argument)) return null;
    if (value !== undefined) args.push(`${argument.name}: ${value}`);
  }
  const below = selectionSet(getNamedType(field.type), walk);
  if (below === null) return null;
  // Types that share a place may have different fields of the same name: each gets a name of its own.
  const alias = isOneOfSeveral ? `${type.name}_${field.name}: ` : '';
  return `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${below}`;
}

function selectionSet(type: GraphQLNamedType, walk: Walk): string | null {
  if (isLeafType(type)) return '';
  const objects = isAbstractType(type)
    ? walk.schema.getPossibleTypes(type)
    : isObjectType(type)
      ? [type]
      : [];
  const isTerritory = objects.some(({ name }) => walk.ends.includes(name));
  // Of a territory inside another one its key says enough.
  if (isTerritory) return ' { __typename key name }';
  // There is one for each of many values: more of it would cost more than may be asked.
  if (type.name === 'TerritoryLabel') return ' { key }';
  const parts = objects.flatMap((object) => {
    if (walk.within.includes(object.name)) return [];
    const inside = { ...walk, within: [...walk.within, object.name] };
    const asked = Object.values(object.getFields()).map((field) =>
      selection(object, field, inside, objects.length > 1),
    );
    return `... on ${object.name} { __typename ${asked.filter((each) => each !== null).join(' ')} }`;
  });
  return parts.length === 0 ? null : ` { ${parts.join(' ')} }`;
}
