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

/** What to write for an argument, by its name or by `field.name`; required arguments must have an entry. */
type Arguments = Readonly<Record<string, string>>;

/**
 * Documents that ask for every field of every type, one for each field of `Query` and each of the `variants` of
 * arguments. What has an id of its own (territories, actors, decisions) leads to others of its kind without end: inside another one, only their
 * fields without further fields are asked.
 */
export function everyField(schema: GraphQLSchema, variants: readonly Arguments[]): readonly string[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.flatMap((field) =>
    variants.map((variant) => `{ ${selection(field, { schema, variant, inNode: false, within: [] })} }`),
  );
}

/** The selection of every field of an object inside a node, for the arguments of a variant. */
export function everyFieldOf(schema: GraphQLSchema, type: string, variant: Arguments): string {
  const named = schema.getType(type);
  if (named === undefined) throw new Error(`there is no type ${type}`);
  return selectionSet(named, { schema, variant, inNode: true, within: [] });
}

type Walk = {
  readonly schema: GraphQLSchema;
  readonly variant: Arguments;
  readonly inNode: boolean;
  /** The types on the way: none is asked inside itself, or measures and their subjects would have no end. */
  readonly within: readonly string[];
};

function selection(field: GraphQLField<unknown, unknown>, walk: Walk): string {
  return `${field.name}${argumentsOf(field, walk.variant)}${selectionSet(getNamedType(field.type), walk)}`;
}

function argumentsOf({ name: field, args }: GraphQLField<unknown, unknown>, variant: Arguments): string {
  const written = args.flatMap((argument) => {
    const value = variant[`${field}.${argument.name}`] ?? variant[argument.name];
    if (value === undefined && isRequiredArgument(argument)) {
      throw new Error(`say what to write for the argument ${field}(${argument.name}:)`);
    }
    return value === undefined ? [] : `${argument.name}: ${value}`;
  });
  return written.length === 0 ? '' : `(${written.join(', ')})`;
}

function selectionSet(type: GraphQLNamedType, walk: Walk): string {
  if (isLeafType(type)) return '';
  const objects = isAbstractType(type)
    ? walk.schema.getPossibleTypes(type)
    : isObjectType(type)
      ? [type]
      : [];
  return ` { ${objects.map((object) => `... on ${object.name} { __typename ${fieldsOf(object, walk)} }`).join(' ')} }`;
}

function fieldsOf(object: GraphQLObjectType, walk: Walk): string {
  const isNode = object.getInterfaces().some(({ name }) => name === 'Node');
  const all = Object.values(object.getFields());
  const asked = all.filter((field) => {
    const type = getNamedType(field.type);
    if (isNode && walk.inNode) return isLeafType(type);
    return isNode || !walk.within.includes(type.name);
  });
  const inside = {
    ...walk,
    inNode: walk.inNode || isNode,
    within: [...walk.within, object.name],
  };
  // Types that share a place may have different fields of the same name: each gets a name of its own.
  return asked.map((field) => `${object.name}_${field.name}: ${selection(field, inside)}`).join(' ');
}
