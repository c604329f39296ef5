/** How values are written, for those who wrote them otherwise. */
export type Advice = Readonly<
  Record<'text' | 'key' | 'day' | 'number' | 'integer' | 'boolean' | 'list' | 'breakdown', string>
> & { readonly object: (names: readonly string[]) => string };

/** In JSON. */
export const jsonAdvice: Advice = Object.freeze({
  text: 'write it in "quotation marks"',
  key: 'write it in "quotation marks"',
  day: 'write it as "2026-01-31"',
  number: 'write digits, like 12 or 12.5',
  integer: 'write a whole number, like 12',
  boolean: 'write true or false',
  list: 'write [ ... ]',
  breakdown: 'write {} for the total, or { "sex": "female" }',
  object: (names: readonly string[]) => `write { ${names.join(', ')} }`,
});

/** In the cells of a table. */
export const tableAdvice: Advice = Object.freeze({
  text: 'fill the cell',
  key: 'fill the cell',
  day: 'write it as 2026-01-31 or 31.01.2026',
  number: 'write digits with a decimal comma, and nothing between thousands',
  integer: 'write a whole number, like 12, and nothing between thousands',
  boolean: 'write ja or nein',
  list: 'separate several by ;',
  breakdown: 'leave it empty for the total, or write sex=female,age=18-24',
  object: (names: readonly string[]) => `write ${names.join(' | ')}`,
});
