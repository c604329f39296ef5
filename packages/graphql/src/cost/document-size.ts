import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { DocumentLimits } from './document-limits.ts';

/** How large a document is, in the units of its limits; its cost is known only with the variables. */
export type DocumentSize = Omit<DocumentLimits, 'cost' | 'tokens' | 'lines'>;

/** What a selection asks, with all below: `rootFields` are those of the selection itself. */
type Asked = Pick<DocumentSize, 'depth' | 'fields' | 'aliases' | 'rootFields'>;

const NOTHING: Asked = { depth: 0, fields: 0, aliases: 0, rootFields: 0 };

/** More is not told apart: fragments that spread others twice soon ask for more than a number can say. */
const INNUMERABLE = 1_000_000_000;

/**
 * Measures a document before anything else is done with it, so it may be invalid in every way: no schema is needed, and it takes time
 * that grows with its text and not with what that asks. What nobody spreads is measured too, since it is validated too.
 */
export function documentSize(document: DocumentNode): DocumentSize {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment): [string, FragmentDefinitionNode] => [fragment.name.value, fragment]),
  );
  // A fragment asks the same wherever it is spread. One that spreads itself asks nothing there: it is refused as invalid.
  const known = new Map<string, Asked>();

  function askedBySet({ selections }: SelectionSetNode): Asked {
    let sum = NOTHING;
    for (const selection of selections) sum = together(sum, askedBy(selection));
    return sum;
  }

  function askedBy(selection: SelectionNode): Asked {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return askedByFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return askedByInlineFragment(selection);
    const { alias, selectionSet } = selection;
    const below = selectionSet === undefined ? NOTHING : askedBySet(selectionSet);
    return {
      depth: 1 + below.depth,
      fields: 1 + below.fields,
      aliases: (alias === undefined ? 0 : 1) + below.aliases,
      rootFields: 1,
    };
  }

  /** No level, unless it holds others: nested a thousand times they exhaust the stack of whoever looks at them. */
  function askedByInlineFragment({ selectionSet }: InlineFragmentNode): Asked {
    const asked = askedBySet(selectionSet);
    const holdsOthers = selectionSet.selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT);
    return holdsOthers ? { ...asked, depth: 1 + asked.depth } : asked;
  }

  function askedByFragment(name: string): Asked {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const asked = fragment === undefined ? NOTHING : askedBySet(fragment.selectionSet);
    known.set(name, asked);
    return asked;
  }

  let all = NOTHING;
  let rootFields = 0;
  let mutations = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const asked = askedBySet(definition.selectionSet);
    all = together(all, asked);
    if (definition.operation === OperationTypeNode.MUTATION)
      mutations = Math.max(mutations, asked.rootFields);
    else rootFields = Math.max(rootFields, asked.rootFields);
  }
  for (const name of fragments.keys()) {
    if (!known.has(name)) all = together(all, askedByFragment(name));
  }
  const { depth, fields, aliases } = all;
  return {
    depth,
    fields,
    aliases,
    rootFields,
    mutations,
    fragments: fragments.size,
    ...literalSize(document),
  };
}

function together(one: Asked, other: Asked): Asked {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: Math.min(INNUMERABLE, one.fields + other.fields),
    aliases: Math.min(INNUMERABLE, one.aliases + other.aliases),
    rootFields: Math.min(INNUMERABLE, one.rootFields + other.rootFields),
  };
}

/** What is counted as it is written, wherever it stands. */
function literalSize(
  document: DocumentNode,
): Pick<DocumentSize, 'directives' | 'listEntries' | 'textCharacters'> {
  let directives = 0;
  let listEntries = 0;
  let textCharacters = 0;
  visit(document, {
    Directive: () => {
      directives += 1;
    },
    ListValue: ({ values }) => {
      listEntries = Math.max(listEntries, values.length);
    },
    StringValue: ({ value }) => {
      textCharacters = Math.max(textCharacters, value.length);
    },
  });
  return { directives, listEntries, textCharacters };
}
