import { GraphQLError } from 'graphql';
import type { DocumentLimits } from './document-limits.ts';

/** A limit of requests, by its name in `DocumentLimits`. */
export type DocumentLimit = keyof DocumentLimits;

/** How much was asked and is allowed. `asked` is null where nobody went on counting. */
export type Excess = { readonly asked: number | null; readonly allowed: number };

/** What is said of each limit, and what to ask instead. */
const MESSAGES: Readonly<Record<DocumentLimit, (asked: string, allowed: string) => string>> = {
  cost: (asked, allowed) =>
    `This query may answer up to ${asked} fields; ${allowed} are allowed. Ask for smaller pages (first:), fewer levels at ` +
    'once, the packed lists of a series instead of its points, or a crossSection instead of many series.',
  depth: (asked, allowed) =>
    `This query is ${asked} levels deep; ${allowed} are allowed. Ask for what lies deeper by its own key.`,
  fields: (asked, allowed) =>
    `This query has ${asked} fields, those of fragments as often as they are spread; ${allowed} are allowed. Ask for less at once.`,
  aliases: (asked, allowed) =>
    `This query has ${asked} aliases; ${allowed} are allowed. Ask for lists, as seriesOf and crossSection are.`,
  rootFields: (asked, allowed) =>
    `This query has ${asked} fields of its own; ${allowed} are allowed. Ask for lists, as districts(filter:) is.`,
  mutations: (asked, allowed) =>
    `This request makes ${asked} changes; ${allowed} are allowed. Send them in several requests.`,
  directives: (asked, allowed) =>
    `This query has ${asked} directives; ${allowed} are allowed. Put one on a fragment with all that it decides about.`,
  fragments: (asked, allowed) => `This query has ${asked} fragments; ${allowed} are allowed.`,
  listEntries: (asked, allowed) =>
    `A list has ${asked} entries; ${allowed} are allowed. Send it in several requests.`,
  textCharacters: (asked, allowed) => `A text has ${asked} characters; ${allowed} are allowed.`,
  tokens: (_, allowed) =>
    `This query is too long: ${allowed} tokens are allowed (names, numbers, texts and brackets). Ask for less at once.`,
  lines: (asked, allowed) =>
    `This query has ${asked} lines; ${allowed} are allowed. Remove empty ones and comments.`,
};

/**
 * A request that asks for more than a limit allows. Its extensions hold `code` (QUERY_TOO_EXPENSIVE for the cost, else
 * QUERY_TOO_LARGE), `limit` (its name), `asked` and `allowed`; the answer has the status 400.
 */
export class LimitExceeded extends GraphQLError {
  constructor(limit: DocumentLimit, { asked, allowed }: Excess) {
    // Those who read the cost of a query find it where it was before there were other limits.
    const ofCost = { code: 'QUERY_TOO_EXPENSIVE', cost: asked, limit: allowed };
    const kind = limit === 'cost' ? ofCost : { code: 'QUERY_TOO_LARGE', limit };
    super(MESSAGES[limit](`${asked ?? 'thousands of'}`, `${allowed}`), {
      extensions: { ...kind, ...(asked !== null && { asked }), allowed, http: { status: 400 } },
    });
  }
}
