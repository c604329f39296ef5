import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { Entries } from './entries.ts';
import { introspectionEntries } from './introspection-entries.ts';

/** The request whose cost is asked: a document that is valid for the schema, and its variables as they were sent. */
export type CostRequest = {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
};

type Directive = { readonly if?: unknown } | undefined;

/** Nobody reads more complaints about variables, and a list could give rise to one for each of its entries. */
const MOST_VARIABLE_ERRORS = 10;

/** Above it, numbers are not exact any more. */
const INNUMERABLE = Number.MAX_SAFE_INTEGER;

/**
 * Estimates how many fields the answer to a request holds; a packed list counts as one. Lists of objects multiply what is
 * asked of each by the number of entries that their field declares (see `Entries`), with the variables of the request; what a field
 * reads before it answers anything is added (see `reading`).
 *
 * It never runs as a validation rule: validated documents are kept, and their next variables would not be looked at.
 * Zero when the variables do not fit: executing says what is wrong with them.
 */
export function queryCost(
  schema: GraphQLSchema,
  { document, operationName, variables }: CostRequest,
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: MOST_VARIABLE_ERRORS,
  });
  if (coerced === undefined) return 0;

  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  // A fragment costs the same wherever it is spread; without this, nested fragments take exponential time.
  const costs = new Map<string, number>();

  function costOfSet(type: GraphQLCompositeType, { selections }: SelectionSetNode): number {
    let sum = 0;
    for (const selection of selections) if (isAsked(selection)) sum += costOf(type, selection);
    return Math.min(INNUMERABLE, sum);
  }

  function isAsked(selection: SelectionNode): boolean {
    const skip: Directive = getDirectiveValues(GraphQLSkipDirective, selection, coerced);
    const include: Directive = getDirectiveValues(GraphQLIncludeDirective, selection, coerced);
    return skip?.if !== true && include?.if !== false;
  }

  function costOf(type: GraphQLCompositeType, selection: SelectionNode): number {
    if (selection.kind === Kind.FIELD) return costOfField(type, selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return costOfSet(named(selection.typeCondition?.name.value) ?? type, selection.selectionSet);
    }
    return costOfFragment(selection.name.value);
  }

  function costOfFragment(name: string): number {
    const known = costs.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const type = named(fragment?.typeCondition.name.value);
    const cost = fragment && type ? costOfSet(type, fragment.selectionSet) : 0;
    costs.set(name, cost);
    return cost;
  }

  function costOfField(type: GraphQLCompositeType, node: FieldNode): number {
    const field = fieldOf(type, node.name.value);
    if (field === undefined || node.selectionSet === undefined) return 1;
    const below = getNamedType(field.type);
    if (!isCompositeType(below)) return 1;
    const { entries = introspectionEntries.get(`${type.name}.${field.name}`) ?? 1, reads = 0 } =
      field.extensions as { readonly entries?: Entries; readonly reads?: number };
    const count = typeof entries === 'function' ? entries(getArgumentValues(field, node, coerced)) : entries;
    return Math.min(INNUMERABLE, 1 + reads + Math.max(0, count) * costOfSet(below, node.selectionSet));
  }

  function fieldOf(type: GraphQLCompositeType, name: string) {
    if (type === root && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (type === root && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  function named(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  return costOfSet(root, operation.selectionSet);
}
