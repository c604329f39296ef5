import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { InputProblems, isOfficialTotal, type Problem } from '@kreisweit/domain';
import { legibleProblems } from '../input/legible-problems.ts';
import type { ProblemList } from '../input/problem-list.ts';
import type { LongRow, LongTable } from '../long/long-table.ts';
import { inMebibytes } from '../xlsx/workbook-limits.ts';
import { type JsonStatDataset, jsonStatDataset } from './json-stat-dataset.ts';
import { type JsonStatValue, jsonStatValue } from './json-stat-value.ts';

/** Which dimensions hold territory and time, where the roles of the file do not say it, or say something else. */
export type JsonStatRoles = {
  /** The dimensions of the territory's key; of several, the last that is no total counts. */
  readonly territory?: readonly string[] | undefined;
  readonly time?: string | undefined;
};

/** An opened dataset. `names` are all names by which it may be known; `withRoles` reads it with other roles. */
export type JsonStatTable = LongTable & {
  readonly names: readonly string[];
  readonly withRoles: (roles: JsonStatRoles) => JsonStatTable;
};

/** How it is opened: `file` names it in messages (the path by default), `sizeLimit` is in bytes (64 MiB by default). */
export type OpenJsonStatOptions = JsonStatRoles & {
  readonly file?: string;
  readonly signal?: AbortSignal;
  readonly sizeLimit?: number;
};

const SIZE_LIMIT = 64 * 1024 * 1024;
const BLOCK = 4_000;

/**
 * Opens a dataset of JSON-stat 2.0. The whole file is read and parsed, up to `sizeLimit`. Its variables are all dimensions but
 * those of territory and time; `line` of a row is the position of its cell, counted from 1.
 *
 * Throws InputProblems when the file cannot be read, is too large, or is no sound dataset, naming each field.
 */
export async function openJsonStat(
  path: string,
  { file = path, signal, sizeLimit = SIZE_LIMIT, ...roles }: OpenJsonStatOptions = {},
): Promise<JsonStatTable> {
  signal?.throwIfAborted();
  const bytes = await bytesOf(path, file, sizeLimit);
  signal?.throwIfAborted();
  const json = parsed(bytes, file);
  const problems: Problem[] = [];
  const dataset = jsonStatDataset(json, (field, message) => problems.push({ file, field, message }));
  if (dataset === null || problems.length > 0) throw unreadable(problems);
  return tableOf(dataset, roles, { file, bytes: bytes.length, signal });
}

type Opened = { readonly file: string; readonly bytes: number; readonly signal: AbortSignal | undefined };

function tableOf(dataset: JsonStatDataset, roles: JsonStatRoles, opened: Opened): JsonStatTable {
  const { file, bytes, signal } = opened;
  const { cells, names } = dataset;
  const layout = layoutOf(dataset, roles, file);
  let read = 0;

  async function* rows(problems: ProblemList): AsyncGenerator<readonly LongRow[]> {
    const rowAt = rowReader(dataset, layout, (problem) => problems.add({ file, ...problem }));
    for (read = 0; read < cells.count; ) {
      signal?.throwIfAborted();
      const until = Math.min(read + BLOCK, cells.count);
      const block: LongRow[] = [];
      for (let index = read; index < until; index++) {
        const row = rowAt(cells.positions?.[index] ?? index);
        if (row !== null) block.push(row);
      }
      read = until;
      yield block;
    }
  }

  return {
    format: 'json-stat',
    file,
    code: names[0] ?? '',
    names,
    title: dataset.label,
    variables: layout.variables.map((index) => dataset.dimensions[index]?.id ?? ''),
    institute: dataset.source,
    licence: dataset.licence,
    retrieved: dataset.updated,
    notes: dataset.notes,
    numbers: { decimal: '.' },
    bytes,
    bytesRead: () => (cells.count === 0 ? bytes : Math.floor((bytes * read) / cells.count)),
    rows,
    findings: () => [],
    withRoles: (other) => tableOf(dataset, other, opened),
  };
}

/** Which dimensions, by their index, are the territory, the time, that of the units, and all others. */
type Layout = {
  readonly territory: readonly number[];
  readonly time: number | null;
  readonly metric: number | null;
  readonly variables: readonly number[];
};

/** A role that several dimensions have says nothing: then they are variables like all others, until roles are given. */
function layoutOf({ dimensions, roles }: JsonStatDataset, given: JsonStatRoles, file: string): Layout {
  const ids = dimensions.map(({ id }) => id);
  const wrong = [...(given.territory ?? []), ...(given.time === undefined ? [] : [given.time])].filter(
    (id) => !ids.includes(id),
  );
  if (wrong.length > 0) {
    throw unreadable(
      wrong.map((id) => ({
        file,
        field: 'id',
        message: `holds no dimension '${id}': the file has ${ids.join(', ')}`,
      })),
    );
  }
  const only = (list: readonly string[]): readonly string[] => (list.length === 1 ? list : []);
  const territory = (given.territory ?? only(roles.geo)).map((id) => ids.indexOf(id));
  const [time = null] = (given.time === undefined ? only(roles.time) : [given.time]).map((id) =>
    ids.indexOf(id),
  );
  const [metric = null] = only(roles.metric).map((id) => ids.indexOf(id));
  const variables = ids
    .map((_, index) => index)
    .filter((index) => index !== time && !territory.includes(index));
  return { territory, time, metric, variables };
}

function rowReader(
  { dimensions, cells }: JsonStatDataset,
  { territory, time, metric, variables }: Layout,
  report: (problem: { readonly field: string; readonly message: string }) => void,
): (position: number) => LongRow | null {
  const codes = dimensions.map((dimension) => dimension.codes);
  const strides = codes.map((_, index) =>
    codes.slice(index + 1).reduce((product, { length }) => product * length, 1),
  );
  const codeAt = (dimension: number, position: number): string => {
    const list = codes[dimension] ?? [];
    return list[Math.floor(position / (strides[dimension] ?? 1)) % list.length] ?? '';
  };
  const names = territory.map((index) => labelsOf(dimensions[index]));
  const units = metric === null ? null : dimensions[metric];
  const readValue = valueReader();

  return (position) => {
    const value = readValue(cells.valueAt(position), cells.statusAt(position));
    if ('problem' in value) {
      report({ field: `value.${position}`, message: value.problem });
      return null;
    }
    let key = '';
    let name = '';
    for (let index = territory.length - 1; index >= 0; index--) {
      key = codeAt(territory[index] ?? 0, position);
      name = names[index]?.get(key) ?? '';
      if (!isOfficialTotal(key)) break;
    }
    const row: string[] = [];
    for (const dimension of variables) row.push(codeAt(dimension, position));
    return {
      line: position + 1,
      column: 1,
      territory: key,
      name,
      time: time === null ? '' : codeAt(time, position),
      content: '',
      codes: row,
      text: value.text,
      quality: value.quality,
      unit:
        units === null || units === undefined || metric === null
          ? ''
          : units.unitOf(codeAt(metric, position)),
    };
  };
}

function labelsOf(dimension: JsonStatDataset['dimensions'][number] | undefined): ReadonlyMap<string, string> {
  return new Map(dimension?.codes.map((code) => [code, dimension.labelOf(code)]));
}

/** Numbers without a status are nearly all values; what a status means for a missing one is read once. */
function valueReader(): (value: unknown, status: unknown) => JsonStatValue {
  const missing = new Map<unknown, JsonStatValue>();
  return (value, status) => {
    if (value !== null && value !== undefined) return jsonStatValue(value, status);
    const known = missing.get(status) ?? jsonStatValue(value, status);
    missing.set(status, known);
    return known;
  };
}

async function bytesOf(path: string, file: string, sizeLimit: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= sizeLimit) return await readFile(path);
    const message = `the file has ${inMebibytes(size)}, more than ${inMebibytes(sizeLimit)}: ask for fewer years or territories`;
    throw unreadable([{ file, message }]);
  } catch (error) {
    if (error instanceof InputProblems) throw error;
    throw unreadable([{ file, message: error instanceof Error ? error.message : String(error) }]);
  }
}

function parsed(bytes: Uint8Array, file: string): unknown {
  if (!isUtf8(bytes)) {
    throw unreadable([{ file, message: 'the file is not UTF-8, which JSON must be: download it again' }]);
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unreadable([
      { file, message: `the file is no JSON, or is cut off (${reason}): download it again` },
    ]);
  }
}

function unreadable(problems: readonly Problem[]): InputProblems {
  return legibleProblems('The dataset cannot be read', problems);
}
