import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputProblems, type Problem } from '@kreisweit/domain';
import { byLine } from '../table-file/by-line.ts';
import { decodeText } from '../table-file/decode-text.ts';
import { isGzip, whyNotText } from '../table-file/why-not-text.ts';
import { compressRuns } from './compress-runs.ts';
import type { Crosswalk } from './crosswalk.ts';
import { crosswalkTitles } from './crosswalk-header.ts';
import type { TargetName } from './crosswalk-row.ts';
import { crosswalkTable } from './crosswalk-table.ts';
import { type KeyText, keyTexts } from './key-text.ts';
import { settleWeights } from './settle-weights.ts';
import { rowOrder } from './source-days.ts';
import { otherName, sourceUnits } from './source-units.ts';

/** Unpacked; the largest published file has 12 MB. */
const largestText = 256 * 1024 * 1024;

const EXPECTED =
  'a crosswalk is a text, .csv or .csv.gz; if it is a sheet of a workbook, save that sheet as CSV. Its columns are ' +
  crosswalkTitles;

/**
 * Reads a crosswalk of the BBSR ("Umsteigeschlüssel"), as CSV or compressed by gzip: one of many years to the
 * boundaries of one (`year_xw, ags_xw, ...`), or one from a year to the next with names and figures. Which it
 * is, the header says.
 *
 * The result is frozen. Throws InputProblems with everything that is wrong with the file; then nothing is
 * delivered. A file of many years that was cut off between two rows cannot be told from a shorter one here (but see
 * `checkEdition`).
 */
export async function readCrosswalk(path: string): Promise<Crosswalk> {
  const file = basename(path);
  const refuse = (problems: readonly Problem[]) =>
    new InputProblems(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
  const bytes = await readFile(path).catch((cause: Error) => {
    throw refuse([{ message: `the file cannot be opened: ${cause.message}` }]);
  });
  const unpacked = isGzip(bytes) ? await unpack(bytes) : bytes;
  if (typeof unpacked === 'string') throw refuse([{ message: unpacked }]);
  const notText = whyNotText(unpacked, EXPECTED);
  if (notText !== null) throw refuse([{ message: notText }]);

  const table = crosswalkTable(decodeText(unpacked));
  const keyText = keyTexts(table.kind);
  const order = rowOrder(table.links);
  const weights = settleWeights(table.links, order, keyText, table.refused);
  const sources = sourceUnits(table.units, keyText);
  const targets = namesOf(table.targetNames, keyText);
  const problems = [...table.problems, ...weights.problems, ...sources.problems, ...targets.problems];
  if (problems.length > 0) throw refuse(problems.toSorted(byLine));

  const years = [...new Set(table.links.year.subarray(0, table.links.size))].toSorted(
    (one, other) => one - other,
  );
  return Object.freeze({
    file,
    kind: table.kind,
    targetOn: `${table.targetYear}-12-31`,
    sourceDays: Object.freeze(years.map((year) => `${year}-12-31`)),
    links: Object.freeze(compressRuns(table.links, order, keyText)),
    units: Object.freeze(sources.units),
    targetNames: targets.names,
    rows: table.links.size,
    unusable: Object.freeze(weights.unusable),
  });
}

async function unpack(bytes: Buffer): Promise<Buffer | string> {
  return promisify(gunzip)(bytes, { maxOutputLength: largestText }).catch((cause: Error) => {
    return `the file does not unpack (${cause.message}): it is cut off or damaged; fetch it again`;
  });
}

function namesOf(
  targetNames: readonly TargetName[],
  keyText: KeyText,
): { readonly names: ReadonlyMap<string, string>; readonly problems: readonly Problem[] } {
  const first = new Map<number, TargetName>();
  const problems: Problem[] = [];
  for (const named of targetNames) {
    const before = first.get(named.target);
    if (before === undefined) first.set(named.target, named);
    else if (before.name !== named.name) {
      const message = otherName(keyText(named.target), named.name, before.name, before.line);
      problems.push({ line: named.line, message });
    }
  }
  const names = new Map([...first].map(([target, { name }]) => [keyText(target), name]));
  return { names, problems };
}
