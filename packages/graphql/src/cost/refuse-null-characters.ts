import { GraphQLError, visit } from 'graphql';
import type { CostRequest } from './query-cost.ts';

/** No text of a database can hold it, so whatever is asked for with it is a mistake or worse. */
const NULL_CHARACTER = '\u0000';

/** Refuses a request in which a text holds the character U+0000, written out or in a variable. Throws a GraphQLError (BAD_USER_INPUT). */
export function refuseNullCharacters({ document, variables }: CostRequest): void {
  if (isInValues(variables)) refuse();
  visit(document, {
    StringValue: ({ value }) => {
      if (value.includes(NULL_CHARACTER)) refuse();
    },
  });
}

function isInValues(sent: unknown): boolean {
  const waiting = [sent];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && value.includes(NULL_CHARACTER)) return true;
    if (typeof value === 'object' && value !== null)
      for (const inside of Object.values(value)) waiting.push(inside);
  }
  return false;
}

function refuse(): never {
  throw new GraphQLError('A text holds the character U+0000, which no text here does: remove it.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
