import { type WrittenColumn, type WrittenTable, writeTableCsv, writeTableXlsx } from '@kreisweit/plugin-kit';
import { columnNotes } from './column-notes.ts';
import type { FileForm } from './read-records.ts';
import type { DescribedFormat, RecordColumn, RecordFormat } from './record-format.ts';
import type { ShapeNode } from './shape.ts';
import { presentShape, shapeAt } from './shape-at.ts';
import { writtenRow } from './written-row.ts';

/** Writes records in one of the forms, so that `readRecords` reads the same. */
export async function writeRecords<T, Row>(
  format: RecordFormat<T, Row>,
  records: readonly T[],
  form: FileForm,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  if (form === 'json') return encoder.encode(`${JSON.stringify({ [format.kind]: records }, null, 2)}\n`);
  const table: WrittenTable = {
    name: format.title.de,
    columns: format.columns.map((column) => writtenColumn(format.row, column)),
    rows: records.flatMap(format.rowsOf).map((row) => writtenRow(format, row)),
  };
  return form === 'csv' ? encoder.encode(writeTableCsv(table)) : await writeTableXlsx([table, notes(format)]);
}

function writtenColumn(row: ShapeNode, { header, path }: RecordColumn): WrittenColumn {
  const shape = presentShape(shapeAt(row, path));
  const width = shape.type === 'text' || shape.type === 'list' ? 40 : Math.max(14, header.length + 2);
  return { header, width, choices: choicesOf(shape) };
}

function choicesOf(shape: ShapeNode): readonly string[] | null {
  if (shape.type === 'boolean') return ['ja', 'nein'];
  return shape.type === 'choice' ? Object.keys(shape.titles) : null;
}

/** What the columns mean, for people. */
function notes(format: DescribedFormat): WrittenTable {
  const shown = ([header, width]: readonly [string, number]) => ({ header, width, choices: null });
  return {
    name: 'Erläuterungen - Notes',
    columns: (
      [
        ['Spalte - column', 24],
        ['Was', 60],
        ['What', 60],
        ['Schreibweise', 50],
        ['How it is written', 50],
      ] as const
    ).map(shown),
    rows: columnNotes(format).map(({ header, what, form }) => [header, what.de, what.en, form.de, form.en]),
  };
}
