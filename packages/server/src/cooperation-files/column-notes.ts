import type { LocalisedText } from '@kreisweit/domain';
import type { DescribedFormat } from './record-format.ts';
import type { ShapeNode } from './shape.ts';
import { partPaths, presentShape, shapeAt } from './shape-at.ts';

/** What people are told of a column: whether it must be filled, what stands in it, and how it is written. */
export type ColumnNote = {
  readonly header: string;
  readonly isRequired: boolean;
  readonly what: LocalisedText;
  /** How it is written: `plain`, and beginning with whether it is required. */
  readonly form: LocalisedText & { readonly plain: LocalisedText };
};

/** The columns of a format, told for people. */
export function columnNotes({
  row,
  columns,
}: Pick<DescribedFormat, 'row' | 'columns'>): readonly ColumnNote[] {
  return columns.map(({ header, path, explanation }) => {
    const isRequired = isRequiredAt(row, path.split('.'));
    const plain = formOf(shapeAt(row, path));
    const must = { de: isRequired ? 'Pflicht; ' : '', en: isRequired ? 'required; ' : '' };
    const form = { de: must.de + plain.de, en: must.en + plain.en, plain };
    return { header, isRequired, what: explanation, form };
  });
}

/** Whether a field (its path in the shape of a row) is required, which is what every row must say: nothing on the way to it may be null, be left out or be one of several. */
export function isRequiredAt(node: ShapeNode, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return !MAY_BE_EMPTY.includes(node.type);
  if (node.type === 'variants') {
    return name === 'kind' || Object.values(node.variants).every((one) => isRequiredAt(one, [name, ...rest]));
  }
  const field = node.type === 'object' ? node.fields[name] : undefined;
  return field !== undefined && isRequiredAt(field, rest);
}

const MAY_BE_EMPTY: readonly ShapeNode['type'][] = ['nullable', 'optional', 'list', 'breakdown'];

function formOf(node: ShapeNode): LocalisedText {
  const shape = presentShape(node);
  switch (shape.type) {
    case 'text':
      return { de: 'Text', en: 'text' };
    case 'key':
      return { de: 'ohne Leerzeichen', en: 'without blanks' };
    case 'territory':
      return { de: 'amtlicher Schlüssel, 5, 8 oder 9 Ziffern', en: 'official key, 5, 8 or 9 digits' };
    case 'day':
      return { de: 'Tag, 2026-01-31 oder 31.01.2026', en: 'day, 2026-01-31 or 31.01.2026' };
    case 'number':
      return { de: 'Zahl, mit Dezimalkomma', en: 'number, with a decimal comma' };
    case 'integer':
      return { de: 'ganze Zahl', en: 'whole number' };
    case 'boolean':
      return { de: 'ja oder nein', en: 'ja (yes) or nein (no)' };
    case 'breakdown':
      return {
        de: 'leer = insgesamt, oder sex=female,age=18-24',
        en: 'empty = the total, or sex=female,age=18-24',
      };
    case 'choice':
      return choiceForm(shape.titles);
    case 'list':
      return listForm(shape.of, node.type === 'nullable');
    default:
      throw new RangeError(`a column cannot hold ${shape.type}`);
  }
}

function choiceForm(titles: Readonly<Record<string, LocalisedText>>): LocalisedText {
  const told = (language: 'de' | 'en') =>
    Object.entries(titles)
      .map(([name, title]) => `${name} (${title[language]})`)
      .join(', ');
  return { de: told('de'), en: told('en') };
}

function listForm(item: ShapeNode, mayBeUnknown: boolean): LocalisedText {
  const paths = partPaths(item);
  const parts =
    paths.length < 2
      ? { de: '', en: '' }
      : { de: partsText(paths, 'mit ihren Teilen'), en: partsText(paths, 'each with its parts') };
  const unknown = mayBeUnknown
    ? { de: '; leer = nicht bekannt, (niemand) = keine', en: '; empty = not known, (nobody) = none' }
    : { de: '', en: '' };
  return {
    de: `mehrere mit ; getrennt${parts.de}${unknown.de}`,
    en: `several separated by ;${parts.en}${unknown.en}`,
  };
}

function partsText(paths: readonly string[], words: string): string {
  return `, ${words} ${paths.join(' | ')}`;
}
