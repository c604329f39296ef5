import type { Refuse } from '../configuration/section-reader.ts';

/** The text of a field that must be there; `what` says what it is. Empty when it is refused. */
export function readText(
  object: Readonly<Record<string, unknown>>,
  { name, what }: { readonly name: string; readonly what: string },
  refuse: Refuse,
): string {
  const value = object[name];
  if (typeof value === 'string' && value.trim() === value && value !== '') return value;
  const problem = value === undefined ? 'is missing' : `${JSON.stringify(value)} cannot be used`;
  refuse([name], `${problem}: write ${what}`);
  return '';
}
