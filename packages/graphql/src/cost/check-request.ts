import type { GraphQLSchema } from 'graphql';
import { type DocumentLimits, defaultDocumentLimits } from './document-limits.ts';
import { inputSize } from './input-size.ts';
import { LimitExceeded } from './limit-exceeded.ts';
import { type CostRequest, queryCost } from './query-cost.ts';
import { refuseBrokenTexts } from './refuse-broken-texts.ts';

/**
 * Refuses a request whose variables are too large or whose answer would be, before it is executed: throws LimitExceeded, or
 * a GraphQLError for a text that no database can hold. Ask for every
 * request, with its variables and a valid document: what no variable changes is the concern of `documentLimitsRule`.
 */
export function checkRequest(
  schema: GraphQLSchema,
  request: CostRequest,
  limits: DocumentLimits = defaultDocumentLimits,
): void {
  const { listEntries, textCharacters } = inputSize(request.variables);
  refuseAbove('listEntries', { asked: listEntries, allowed: limits.listEntries });
  refuseAbove('textCharacters', { asked: textCharacters, allowed: limits.textCharacters });
  refuseBrokenTexts(request);
  refuseAbove('cost', { asked: queryCost(schema, request), allowed: limits.cost });
}

function refuseAbove(
  limit: 'listEntries' | 'textCharacters' | 'cost',
  { asked, allowed }: { readonly asked: number; readonly allowed: number },
): void {
  if (asked > allowed) throw new LimitExceeded(limit, { asked, allowed });
}
