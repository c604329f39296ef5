import { xmlAttribute, xmlTags } from './xml-tags.ts';

/**
 * What a part of a workbook makes its reader build: how many cells and rows, descriptions of columns, shared texts and other elements. Of a
 * sheet also the farthest cell and the highest number of a shared text that it uses (-1 without any).
 */
export type PartExtent = {
  readonly isSheet: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly columnDescriptions: number;
  readonly texts: number;
  readonly others: number;
  readonly highestText: number;
};

const PLACE = /^([A-Za-z]{1,7})(\d{1,9})$/;
/** How all programs write a cell: nothing but its place, its style and its kind. */
const USUAL_CELL = /^ r="([A-Z]{1,3})(\d{1,7})"(?: s="\d+")?(?: t="(\w+)")?(?: s="\d+")?$/;

/** Elements that stand inside cells and around them, of which a reader keeps nothing else. */
const OF_CELLS: ReadonlySet<string> = new Set(['v', 'f', 'is', 't', 'row']);

/**
 * How far the cells of a part reach, read from its XML before anything is built of it: two cells at opposite corners make a
 * rectangle of billions. A cell that does not say its place, or says none that can be, stands behind the one before it. It stops
 * where there are more cells or elements than the most. Null when the tags of the part do not end.
 */
export function partExtent(
  xml: string,
  most: { readonly cells: number; readonly elements: number },
): PartExtent | null {
  let [rows, columns, cells, columnDescriptions, texts, others] = [0, 0, 0, 0, 0, 0];
  let [row, column] = [0, 0];
  let highestText = -1;
  let isSheet = false;
  let isShared = false;
  const areEnding = xmlTags(xml, (name, attributes, end) => {
    if (name === 'c' && isSheet) {
      cells += 1;
      const cell = cellOf(attributes);
      row = cell.row ?? row;
      column = cell.column ?? column + 1;
      rows = Math.max(rows, row);
      columns = Math.max(columns, column);
      isShared = cell.kind === 's';
    } else if (name === 'v' && isShared) {
      highestText = Math.max(highestText, textNumber(xml, end));
    } else if (name === 'row' && isSheet) {
      cells += 1;
      const said = Number(xmlAttribute(attributes, 'r') ?? 0);
      row = Number.isFinite(said) && said > 0 ? said : row + 1;
      column = 0;
    } else if (name === 'sheetData') isSheet = true;
    else if (name === 'si') texts += 1;
    else if (name === 'col') columnDescriptions += 1;
    if (name !== 'c' && !(isSheet && OF_CELLS.has(name))) others += 1;
    return cells <= most.cells && others <= most.elements;
  });
  if (!areEnding) return null;
  return { isSheet, rows, columns, cells, columnDescriptions, texts, others, highestText };
}

type CellPlace = {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly kind: string | null;
};

function cellOf(attributes: string): CellPlace {
  const usual = USUAL_CELL.exec(attributes);
  if (usual !== null) {
    const [, letters = '', row, kind = null] = usual;
    return { row: Number(row), column: columnNumber(letters), kind };
  }
  const kind = xmlAttribute(attributes, 't');
  const [, letters = '', row] = PLACE.exec(xmlAttribute(attributes, 'r') ?? '') ?? [];
  if (row === undefined) return { row: undefined, column: undefined, kind };
  return { row: Number(row), column: columnNumber(letters), kind };
}

/** The number that stands behind a tag and before the next end of one; what is none is the number of no text. */
function textNumber(xml: string, start: number): number {
  const end = xml.indexOf('<', start);
  const text = xml.slice(start, end);
  return xml.startsWith('</', end) && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index++) {
    number = number * 26 + (letters.charCodeAt(index) & 31);
  }
  return number;
}
