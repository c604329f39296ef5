import { asDistinctTexts, asObject, asText, type FieldReport, fieldOf, found } from './json-stat-problems.ts';

/** A dimension of a dataset: the codes of its categories in their order, and what they are called and measured in. */
export type JsonStatDimension = {
  readonly id: string;
  readonly codes: readonly string[];
  /** The label of a category by its code; '' where there is none. */
  readonly labelOf: (code: string) => string;
  /** The unit of the values of a category; '' where there is none. */
  readonly unitOf: (code: string) => string;
};

/**
 * Reads a dimension. Its index is a list of codes, an object of positions, or is left out where there is a single category.
 * Hierarchies of categories (`child`) are not needed: each has its own values.
 */
export function jsonStatDimension(
  id: string,
  size: number,
  value: unknown,
  report: FieldReport,
): JsonStatDimension | null {
  const at = `dimension.${id}`;
  const dimension = asObject(value);
  const category = asObject(fieldOf(dimension, 'category'));
  if (category === null) {
    const what = dimension === null ? at : `${at}.category`;
    report(what, `expected an object, found ${found(dimension === null ? value : dimension.category)}`);
    return null;
  }
  const codes = codesOf(category, size, `${at}.category`, report);
  if (codes === null) return null;
  const labels = asObject(fieldOf(category, 'label'));
  const units = asObject(fieldOf(category, 'unit'));
  return {
    id,
    codes,
    labelOf: (code) => asText(fieldOf(labels, code)) ?? '',
    unitOf: (code) => asText(fieldOf(asObject(fieldOf(units, code)), 'label')) ?? '',
  };
}

function codesOf(
  category: Readonly<Record<string, unknown>>,
  size: number,
  at: string,
  report: FieldReport,
): readonly string[] | null {
  const index = fieldOf(category, 'index');
  const field = `${at}.index`;
  if (index === undefined) {
    const [code, ...others] = Object.keys(asObject(fieldOf(category, 'label')) ?? {});
    if (code !== undefined && others.length === 0 && size === 1) return [code];
    report(field, 'is missing: only a single category with a label may go without');
    return null;
  }
  const positions = asObject(index);
  const codes = positions === null ? asDistinctTexts(index) : codesByPosition(positions);
  if (codes === null) {
    const wanted = 'a list of codes, each once, or an object with the positions from 0 on, each once';
    report(
      field,
      `expected ${wanted}${positions === null && !Array.isArray(index) ? `, found ${found(index)}` : ''}`,
    );
    return null;
  }
  if (codes.length === size) return codes;
  report(field, `holds ${codes.length} categories, but size says ${size}`);
  return null;
}

function codesByPosition(positions: Readonly<Record<string, unknown>>): readonly string[] | null {
  const codes: string[] = [];
  const entries = Object.entries(positions);
  for (const [code, position] of entries) {
    if (typeof position !== 'number' || !Number.isInteger(position)) return null;
    if (position < 0 || position >= entries.length || codes[position] !== undefined) return null;
    codes[position] = code;
  }
  return codes;
}
