import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** A place of the schema into which something can be put: an argument, or a field of an input in one. */
export type AttackedArgument = {
  /** `District.series(breakdown.category:)` */
  readonly name: string;
  readonly argument: string;
  readonly kind: 'TEXT' | 'NUMBER' | 'CHOICE';
  readonly isMutation: boolean;
  readonly document: string;
  /** The variables of the document with something in this place, and sensible values in all others. */
  readonly variablesWith: (payload: unknown) => Readonly<Record<string, unknown>>;
  /** The variables of the document with sensible values only. */
  readonly usual: Readonly<Record<string, unknown>>;
};

/** Ways to the types that others lead to without end. `#` is where what is asked of them stands. */
const ways: Readonly<Record<string, string>> = {
  Country: '{ territory(key: "DG") { ... on Country { # } } }',
  State: '{ territory(key: "03") { ... on State { # } } }',
  Region: '{ territory(key: "031") { ... on Region { # } } }',
  District: '{ district(key: "12070") { # } }',
  Association: '{ territory(key: "120705001") { ... on Association { # } } }',
  Municipality: '{ municipality(key: "12070296") { # } }',
  Group: '{ group(key: "harz-und-coburg") { # } }',
  Query: '{ # }',
  Mutation: 'mutation { # }',
};

/** What is sensible for an argument, by its name or by `field.name`. */
const sensible: Readonly<Record<string, unknown>> = {
  key: '12070',
  'Query.municipality.key': '12070296',
  'Query.group.key': 'harz-und-coburg',
  'Query.indicator.key': 'population/foreignShare',
  'Query.subject.key': 'population/foreigners',
  id: 'RGlzdHJpY3Q6MTIwNzA=',
  ids: ['RGlzdHJpY3Q6MTIwNzA='],
  indicator: 'population/foreignShare',
  indicators: ['population/foreignShare'],
  measure: 'population/residents',
  dimension: 'sex',
  category: 'female',
  period: '2015',
  base: '2014',
  plugin: 'population',
  district: '12070',
  territory: '12070',
  level: 'DISTRICT',
  lang: 'EN',
  first: 50,
  text: 'Perleberg',
  among: { inside: 'COUNTRY' },
  name: 'Office of tests',
  grants: [{ role: 'MUNICIPALITY_EDITOR', territory: '12070296' }],
  role: 'MUNICIPALITY_EDITOR',
  // Nothing is there, so that nothing is changed by what only has another argument that is attacked.
  'Mutation.rotateAccessToken.id': 'kw_aaaaaaaa',
  'Mutation.revokeAccessToken.id': 'kw_aaaaaaaa',
  proposed: 999_999,
  release: 999_999,
  reason: 'an attack',
  reviews: false,
  until: '2030-12-31',
  'CooperationBody.presence.from': '2015-01-01',
  months: 12,
  anyDay: true,
  round: 1,
  number: 1,
  concept: 'integration',
  body: 'steering-group',
  'Actor.assignments.role': 'RESPONSIBLE',
  'District.taskAssignments.role': 'RESPONSIBLE',
};

/** Every place in the arguments of every field that can be reached, in the order of the schema. */
export function argumentDocuments(schema: GraphQLSchema, expiresAt: string): readonly AttackedArgument[] {
  const reached = waysTo(schema);
  return [...reached].flatMap(([typeName, way]) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((attacked) => {
        const sensibleFor = (name: string) =>
          name === 'expiresAt'
            ? expiresAt
            : (sensible[`${typeName}.${field.name}.${name}`] ?? sensible[name]);
        const sent = field.args.filter((each) => each === attacked || isRequiredArgument(each));
        const declared = sent.map(({ name, type: of }) => `$${name}: ${of}`).join(', ');
        const given = sent.map(({ name }) => `${name}: $${name}`).join(', ');
        const asked = `${field.name}(${given}) ${selectionOf(schema, field.type)}`;
        const operation = typeName === 'Mutation' ? 'mutation' : 'query';
        const body = way.replace(/^mutation /, '').replace('#', asked);
        return placesIn(attacked, sensibleFor).map(({ path, kind, put }) => ({
          name: `${typeName}.${field.name}(${path}:)`,
          argument: path,
          kind,
          isMutation: typeName === 'Mutation',
          document: `${operation} (${declared}) ${body}`,
          usual: Object.fromEntries(sent.map((each) => [each.name, sensibleFor(each.name)])),
          variablesWith: (payload: unknown) =>
            Object.fromEntries(
              sent.map((each) => [each.name, each === attacked ? put(payload) : sensibleFor(each.name)]),
            ),
        }));
      }),
    );
  });
}

/** How each type of object is reached: by the ways above, and from there by the fields of others. */
function waysTo(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const reached = new Map(Object.entries(ways));
  for (const [typeName, way] of reached) {
    const type = schema.getType(typeName);
    if (!isObjectType(type) || typeName === 'Mutation') continue;
    for (const field of Object.values(type.getFields())) {
      const written = writtenArguments(field.args, `${typeName}.${field.name}`);
      if (written === null) continue;
      for (const below of objectsOf(schema, getNamedType(field.type))) {
        // The map grows while it is walked: what was added is walked too.
        if (!reached.has(below)) {
          reached.set(below, way.replace('#', `${field.name}${written} { ... on ${below} { # } }`));
        }
      }
    }
  }
  return reached;
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  if (isObjectType(type)) return [type.name];
  return isUnionType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
}

function writtenArguments(args: readonly GraphQLArgument[], field: string): string | null {
  const required = args.filter(isRequiredArgument);
  if (required.length === 0) return '';
  const written = required.map(({ name, type }) => {
    const value = sensible[`${field}.${name}`] ?? sensible[name];
    if (value === undefined) return null;
    return `${name}: ${literal(value, isEnumType(getNamedType(type)))}`;
  });
  return written.includes(null) ? null : `(${written.join(', ')})`;
}

function literal(value: unknown, isChoice: boolean): string {
  if (isChoice) return String(value);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, false)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, inside]) => `${name}: ${literal(inside, /^[A-Z]+$/.test(String(inside)))}`,
  );
  return `{ ${fields.join(', ')} }`;
}

type Place = {
  readonly path: string;
  readonly kind: AttackedArgument['kind'];
  readonly put: (payload: unknown) => unknown;
};

function placesIn(
  { name, type }: { readonly name: string; readonly type: GraphQLInputType },
  sensibleFor: (name: string) => unknown,
): readonly Place[] {
  if (isNonNullType(type)) return placesIn({ name, type: type.ofType }, sensibleFor);
  if (isListType(type)) {
    return placesIn({ name, type: type.ofType }, sensibleFor).map(({ put, ...place }) => ({
      ...place,
      put: (payload) => [put(payload)],
    }));
  }
  if (!isInputObjectType(type)) return [{ path: name, kind: kindOf(type), put: (payload) => payload }];
  const fields = Object.values(type.getFields());
  const others = Object.fromEntries(
    fields.filter(isRequiredInputField).map((field) => [field.name, sensibleFor(field.name)]),
  );
  return fields.flatMap((field) =>
    placesIn(field, sensibleFor).map(({ path, kind, put }) => ({
      path: `${name}.${path}`,
      kind,
      put: (payload) => ({ ...others, [field.name]: put(payload) }),
    })),
  );
}

function kindOf(type: GraphQLNamedType): AttackedArgument['kind'] {
  if (isEnumType(type) || type.name === 'Boolean') return 'CHOICE';
  return ['Int', 'Float'].includes(type.name) ? 'NUMBER' : 'TEXT';
}

/** The fields without further fields, and those of errors. */
function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) {
    const parts = named.getTypes().map(({ name }) => `... on ${name} ${plainFields(schema, name)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  return plainFields(schema, named.name);
}

function plainFields(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  // Two payloads may call a field the same and mean other types of it.
  const plain = fields
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map((field) => `${name}_${field.name}: ${field.name}`);
  const nodes = type.getFields().nodes === undefined ? '' : 'nodes { __typename }';
  const problems = type.getFields().problems === undefined ? '' : 'problems { field message }';
  return `{ __typename ${plain.join(' ')} ${nodes} ${problems} }`;
}
