import { InvalidArgument } from '../error/invalid-argument.ts';

/** The most that one page may hold: all districts at once, with room for reforms. */
export const LARGEST_PAGE = 500;

/** Reads `first` and `after`. Throws an InvalidArgument for a size out of range or a cursor that is none of ours. */
export function pageArguments({
  first,
  after,
}: {
  readonly first: number;
  readonly after?: string | null | undefined;
}): { readonly first: number; readonly after: string | null } {
  if (first < 1 || first > LARGEST_PAGE) {
    throw new InvalidArgument('first', `A page holds 1 to ${LARGEST_PAGE} entries, not ${first}.`);
  }
  return { first, after: after == null ? null : keyOfCursor(after) };
}

/** The cursor of the entry with this key. */
export function cursorOfKey(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function keyOfCursor(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  const isText = key.isWellFormed() && !key.includes('\u0000');
  if (cursor !== '' && isText && cursorOfKey(key) === cursor) return key;
  throw new InvalidArgument('after', `'${cursor}' is no cursor. Write an endCursor that a page has given.`);
}
