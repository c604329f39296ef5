/** With these a spreadsheet takes the cell of a CSV file for a formula, and runs it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * A text as no spreadsheet takes it for a formula: with an apostrophe before it, where it begins as one does. `unguardedText` takes it away, and
 * every text comes back as it was.
 *
 * @example guardedText('=1+1') // "'=1+1"
 */
export function guardedText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was guarded; others as they are. */
export function unguardedText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
