import { cooperationKinds } from '@kreisweit/store';
import { columnNotes } from './column-notes.ts';
import { cooperationFormats } from './cooperation-formats.ts';
import type { DescribedFormat } from './record-format.ts';

const INTRODUCTION = `# Files of the cooperation

*Generated, do not edit; run: npm run generate*

What \`kreisweit import <kind>\` takes and \`kreisweit export <kind>\` writes. Each kind is one sort of record in three forms:

- **JSON**: \`{ "<kind>": [ ... ] }\` or the list alone, every record as below it is shown. What may be null, false or an empty list may be left out.
- **CSV**: one row a record (or a part of one), the columns named by the first row, in any order; columns that are not required may be left out.
  Separated by semicolons or commas, in UTF-8 or Windows-1252. Written with semicolons, decimal comma and byte order mark.
- **XLSX**: the same columns on a sheet; a second one explains them. Days may be cells with a date.

Records are known by their keys. Of a record that is stored already:

- A column (in JSON a field) that is **left out** keeps what is stored. An **empty cell** (in JSON null) clears it. A new record is empty in both.
- A list is given as a whole: what is left out in one of its things is empty. A version of a concept is given as a whole too: a part without a row is
  taken out, while columns that are left out keep what is stored of the parts with the same key.
- Of what belongs together (the two languages of a text, the months or weeks of a rhythm) some columns may be there without the others; where
  that would clear what is stored, the file is refused, and says which column is missing.
- A position of a party that says something else than the stored one needs the columns of its statement and its reference, where that has them.
- A file does not clear the attendance of a meeting: where \`participants\` is recorded, an empty cell is refused; write \`(nobody)\` for
  none, or leave the column out.

\`--dry-run\` tells what would change, record by record.

Several things in one cell are separated by \`;\`, the parts of one thing by \`|\`; a backslash before either takes the meaning away. Choices may be
written by their name or by one of their titles. An apostrophe before \`=\`, \`+\`, \`-\` or \`@\` at the beginning of a text keeps spreadsheets from taking it
for a formula; it is no part of the text. Keys of territories that lost their leading zero in a spreadsheet get it back.
`;

/** The description of all formats for people, as Markdown. */
export function formatTables(): string {
  return [INTRODUCTION, ...cooperationKinds.map((kind) => formatTable(cooperationFormats[kind]))].join('\n');
}

function formatTable({ kind, title, about, sample, ...format }: DescribedFormat): string {
  const rows = columnNotes(format).map(({ header, isRequired, what, form }) => {
    const cells = [`\`${header}\``, isRequired ? 'yes' : '', what.de, what.en, form.plain.en];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `## ${kind}: ${title.en} (${title.de})

A row is ${about.en} (${about.de}).

| column | required | was | what | how it is written |
|---|---|---|---|---|
${rows.join('\n')}

\`\`\`json
${JSON.stringify({ [kind]: sample }, null, 2)}
\`\`\`
`;
}
