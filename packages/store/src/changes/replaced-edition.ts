/** The edition that an import took the place of, and how many rows (or changes, or shapes) were there before and are now. */
export type ReplacedEdition = { readonly file: string; readonly before: number; readonly now: number };

/** Why an edition must not take the place of a larger one unless that is wanted; null where it may. */
export function smallerProblem({ file, before, now }: ReplacedEdition, rows: string): string | null {
  if (now * 10 >= before * 9) return null;
  return (
    `it holds ${now} ${rows}, fewer than nine tenths of the ${before} of ${file}, which it would replace: ` +
    'it is probably cut off, fetch it again; if it is right, --smaller takes it'
  );
}
