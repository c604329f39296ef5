/** How many entries a list of objects has, as a rule or from the arguments of its field. */
export type Entries = number | ((args: Readonly<Record<string, unknown>>) => number);

/**
 * Declares how many entries the list of a field has, for the cost of a query: options that are added to the field. A
 * round number that is rarely exceeded is enough. `reads` is as in `reading`.
 */
export function listOf(entries: Entries, reads = 0) {
  return { extensions: { entries, reads } };
}

/**
 * Declares what a field reads before it answers anything, however little is asked of it: about as many records, as the cost counts fields. A page
 * that is cut from a list of many costs the list.
 */
export function reading(reads: number) {
  return { extensions: { reads } };
}

/** The size of the page that is asked for. */
export const pageSize: Entries = ({ first }) => Number(first);

/** As many entries as an argument lists. */
export function asManyAs(argument: string): Entries {
  return (args) => {
    const list = args[argument];
    return Array.isArray(list) ? list.length : 1;
  };
}
