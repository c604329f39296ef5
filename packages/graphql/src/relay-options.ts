import { decodeGlobalID } from '@pothos/plugin-relay';
import { asManyAs, listOf } from './cost/entries.ts';
import { InvalidArgument } from './error/invalid-argument.ts';

/** The types that `node` can load; an id is the type and the key of the entry, in base 64 (`District:12070`). */
const NODE_TYPES = [
  'Actor',
  'Association',
  'Concept',
  'CooperationBody',
  'Country',
  'DeliveryDeadline',
  'District',
  'Group',
  'Indicator',
  'IntegrationTask',
  'JointDecision',
  'Meeting',
  'Municipality',
  'Region',
  'State',
  'TaskAssignment',
  'Training',
] as const;

const ID = 'Stable over all data versions: type and key in base 64.';

/** Names and descriptions of what Relay asks for, and how ids are read. */
export const relayOptions = {
  decodeGlobalID: knownGlobalId,
  nodeTypeOptions: { description: 'Everything that can be loaded again by its `id`.' },
  idFieldOptions: { description: ID },
  nodeQueryOptions: {
    description: 'Loads one entry by its id; null when there is none.',
    args: { id: { description: 'An `id` that an earlier answer has given.' } },
  },
  nodesQueryOptions: {
    ...listOf(asManyAs('ids')),
    description: 'Loads entries by their ids, in the order of the ids; null where there is none.',
    args: { ids: { description: 'Values of `id` that earlier answers have given.' } },
  },
  pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
  hasNextPageFieldOptions: { description: 'True when entries follow: ask again with `after: endCursor`.' },
  hasPreviousPageFieldOptions: { description: 'True when the page does not begin the list.' },
  startCursorFieldOptions: { description: 'The cursor of the first entry; null on an empty page.' },
  endCursorFieldOptions: { description: 'The cursor of the last entry; null on an empty page.' },
  edgesFieldOptions: { description: 'The entries of the page, each with its cursor.' },
  nodeFieldOptions: { description: 'The entry.' },
  cursorFieldOptions: { description: 'The place of the entry in the list, for `after`.' },
  pageInfoFieldOptions: { description: 'Where the page lies in the list.' },
  nodesOnConnection: { description: 'The entries of the page without their cursors.' },
} as const;

function knownGlobalId(globalId: string): { typename: string; id: string } {
  const decoded = attemptToDecode(globalId);
  if (
    decoded !== null &&
    NODE_TYPES.some((type) => type === decoded.typename) &&
    !decoded.id.includes('\u0000')
  ) {
    return decoded;
  }
  throw new InvalidArgument(
    'id',
    `'${globalId}' is no id of this API. Write an \`id\` from an earlier answer; to look up a key, use territory(key:).`,
  );
}

function attemptToDecode(globalId: string): { typename: string; id: string } | null {
  try {
    return decodeGlobalID(globalId);
  } catch {
    return null;
  }
}
