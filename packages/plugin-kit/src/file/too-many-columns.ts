const MOST_COLUMNS = 500;

/** What is wrong with a header of so many columns; null when it may be one. Looking for thousands of names takes minutes. */
export function tooManyColumns(count: number): string | null {
  if (count <= MOST_COLUMNS) return null;
  return `the header has ${count} columns, more than ${MOST_COLUMNS}: is this another table, or separated otherwise?`;
}
