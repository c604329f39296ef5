const GROUP_KEY = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Longer keys do not fit into an address or the head of a column. */
const LONGEST = 60;

/**
 * True for the key of a free group: words of small letters and digits, joined by hyphens, the first of which begins with a
 * letter. It can never be taken for an official key, which consists of digits (or is `DG`).
 */
export function isGroupKey(text: string): boolean {
  return text.length >= 3 && text.length <= LONGEST && GROUP_KEY.test(text);
}
