import { GraphQLError, visit } from 'graphql';
import type { CostRequest } from './query-cost.ts';

/**
 * Refuses a request in which a text, written out or in a variable, is one that no database can hold: with the character U+0000, or with half of a
 * pair of surrogates. Throws a GraphQLError (BAD_USER_INPUT).
 */
export function refuseBrokenTexts({ document, variables }: CostRequest): void {
  refuseInValues(variables);
  visit(document, { StringValue: ({ value }) => refuseBroken(value) });
}

function refuseInValues(sent: unknown): void {
  const waiting = [sent];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') refuseBroken(value);
    if (typeof value === 'object' && value !== null)
      for (const inside of Object.values(value)) waiting.push(inside);
  }
}

function refuseBroken(text: string): void {
  if (text.includes('\u0000'))
    refuse('A text holds the character U+0000, which no text here does: remove it.');
  if (!text.isWellFormed()) {
    refuse('A text holds half of a character (a surrogate without its other half): send it anew as UTF-8.');
  }
}

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
