import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { byLine } from '../table-file/by-line.ts';
import { decodeText } from '../table-file/decode-text.ts';
import { isZip, whyNotText } from '../table-file/why-not-text.ts';
import { checkRegister } from './check-register.ts';
import { entryFromRecord } from './entry-from-record.ts';
import { populationDate } from './population-date.ts';
import { populationOfGermany } from './population-of-germany.ts';
import { readAuszugGv } from './read-auszug-gv.ts';
import { readGv100ad } from './read-gv100ad.ts';
import type { Register } from './register-entry.ts';
import { type RegisterProblem, RegisterProblems } from './register-problems.ts';
import type { RegisterTable } from './register-table.ts';

/**
 * Reads an edition of the official municipality register (GV-ISys of Destatis): the XLSX "AuszugGV" or the
 * fixed-width text GV100AD. The format is recognised by the content, whatever the file is called.
 *
 * The result is frozen and holds every row of the file in its order, except the planning regions of
 * Baden-Württemberg (Satzart 30, see `entryFromRecord`). A sheet takes about 250 MB while it is read.
 *
 * Throws {@link RegisterProblems} with everything that is wrong with the file; then nothing is delivered.
 */
export async function readRegister(path: string): Promise<Register> {
  const file = basename(path);
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new RegisterProblems(file, [{ message: `the file cannot be opened: ${cause.message}` }]);
  });
  const table = await readTable(bytes, file);
  if (table.records.length === 0) throw new RegisterProblems(file, table.problems);
  const readings = table.records.map((record) => entryFromRecord(record, table));
  const entries = readings.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const problems = [
    ...table.problems,
    ...readings.flatMap((reading) => reading.problems),
    ...checkRegister(entries),
  ];
  if (problems.length > 0) throw new RegisterProblems(file, problems.toSorted(byLine));

  const total = entries.reduce((sum, entry) => sum + (entry.population ?? 0), 0);
  const counted = table.populationDate ?? populationDate(table.territoryDate, total);
  // Only here: a row that was refused above would be missing in the sum and reported twice.
  const wrongTotal = totalProblem(counted, total);
  if (wrongTotal !== null) throw new RegisterProblems(file, [wrongTotal]);
  return Object.freeze({
    file,
    format: table.format,
    territoryDate: table.territoryDate,
    populationDate: counted,
    entries: Object.freeze(entries),
  });
}

const EXPECTED = 'a register is the XLSX "AuszugGV" or the text GV100AD, unpacked and as published';

async function readTable(bytes: Buffer, file: string): Promise<RegisterTable> {
  if (isZip(bytes)) return readAuszugGv(bytes);
  const text = decodeText(bytes);
  if (/^(10|20|30|40|50|60)\d{10}/.test(text)) return readGv100ad(text);
  throw new RegisterProblems(file, [{ message: whyNotText(bytes, EXPECTED) ?? whatItIs(text) }]);
}

function whatItIs(text: string): string {
  if (/^(41|61)\d{8}/.test(text)) return 'this is GV100NAD, the non-administrative part; use GV100AD';
  const firstLine = text.slice(0, 60).split(/[\r\n]/, 1)[0] ?? '';
  return (
    `this is no municipality register: it begins with ${JSON.stringify(firstLine)}. Expected the XLSX "AuszugGV"` +
    ' or the text GV100AD, whose first record begins with Satzart, date and Land ("102023113001")'
  );
}

function totalProblem(populationDate: string, total: number): RegisterProblem | null {
  const published = populationOfGermany(Number(populationDate.slice(0, 4)));
  if (!populationDate.endsWith('-12-31') || published.length === 0 || published.includes(total)) return null;
  const message =
    `the municipalities have ${total} inhabitants together, but Germany had ${published.join(' or ')} on ` +
    `${populationDate}: rows are missing or changed; use the file as published`;
  return { message };
}
