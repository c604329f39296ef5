import { momentOf } from '../input/moment-of.ts';
import { type JsonStatCells, jsonStatCells } from './json-stat-cells.ts';
import { type JsonStatDimension, jsonStatDimension } from './json-stat-dimension.ts';
import { asDistinctTexts, asObject, asText, type FieldReport, fieldOf, found } from './json-stat-problems.ts';

/** A dataset of JSON-stat 2.0, found sound. */
export type JsonStatDataset = {
  /** How it names itself: `href`, `extension.id`, `label`, as far as it has them. */
  readonly names: readonly string[];
  readonly label: string;
  readonly source: string | null;
  readonly updated: string | null;
  readonly licence: string | null;
  readonly notes: readonly string[];
  readonly dimensions: readonly JsonStatDimension[];
  readonly roles: Readonly<Record<'time' | 'geo' | 'metric', readonly string[]>>;
  readonly cells: JsonStatCells;
};

/** Reads parsed JSON as a dataset. Null when it is none; all that is wrong goes to `report` with the name of the field. */
export function jsonStatDataset(json: unknown, report: FieldReport): JsonStatDataset | null {
  const dataset = asObject(json);
  if (dataset === null || !isDataset(dataset, report)) {
    if (dataset === null) report('', `expected a dataset of JSON-stat, found ${found(json)}`);
    return null;
  }
  const id = asDistinctTexts(dataset.id);
  if (id === null) report('id', 'expected a list of dimensions, each once');
  const size = sizesOf(dataset.size, report);
  if (id !== null && size !== null && id.length !== size.length) {
    report('size', `holds ${size.length} sizes for the ${id.length} dimensions of id`);
    return null;
  }
  const roles = rolesOf(dataset.role, id ?? [], report);
  if (id === null || size === null) return null;
  const count = size.reduce((product, one) => product * one, 1);
  const dimensions = id.map((name, index) =>
    jsonStatDimension(name, size[index] ?? 0, fieldOf(asObject(dataset.dimension), name), report),
  );
  if (!Number.isSafeInteger(count)) report('size', 'means more cells than any dataset can have');
  const cells = jsonStatCells(dataset, count, report);
  const known = dimensions.filter((dimension) => dimension !== null);
  if (cells === null || roles === null || known.length < dimensions.length) return null;
  const extension = asObject(dataset.extension);
  const label = asText(dataset.label) ?? '';
  const names = [dataset.href, fieldOf(extension, 'id'), label].map(asText).filter((name) => name !== null);
  return {
    names,
    label,
    source: asText(dataset.source),
    updated: momentOf(asText(dataset.updated) ?? ''),
    licence: asText(fieldOf(extension, 'license')) ?? asText(fieldOf(extension, 'licence')),
    notes: (Array.isArray(dataset.note) ? dataset.note : []).map(asText).filter((note) => note !== null),
    dimensions: known,
    roles,
    cells,
  };
}

function isDataset(dataset: Readonly<Record<string, unknown>>, report: FieldReport): boolean {
  const { version, class: kind } = dataset;
  if (kind === 'collection' || kind === 'dimension') {
    report(
      'class',
      `the file is a ${kind} of JSON-stat: open one of its datasets, or save that as a file of its own`,
    );
    return false;
  }
  if (kind === undefined && version === undefined) {
    report(
      'version',
      'is missing: a file of JSON-stat before 2.0, or none at all; download it as version 2.0',
    );
    return false;
  }
  if (kind !== 'dataset') report('class', `expected 'dataset', found ${found(kind)}`);
  if (typeof version !== 'string' || !/^2(?:\.\d+)?$/.test(version)) {
    report('version', `expected '2.0', found ${found(version)}: download the file as version 2.0`);
  }
  return kind === 'dataset' && typeof version === 'string' && version.startsWith('2');
}

function sizesOf(size: unknown, report: FieldReport): readonly number[] | null {
  const isList = Array.isArray(size) && size.every((one) => Number.isInteger(one) && one >= 0);
  if (isList) return size;
  report('size', `expected a list of whole numbers, found ${found(size)}`);
  return null;
}

function rolesOf(
  role: unknown,
  ids: readonly string[],
  report: FieldReport,
): JsonStatDataset['roles'] | null {
  const given = asObject(role);
  if (role !== undefined && role !== null && given === null) {
    report('role', `expected an object, found ${found(role)}`);
    return null;
  }
  const named = (name: 'time' | 'geo' | 'metric'): readonly string[] | null => {
    const list = fieldOf(given, name);
    if (list === undefined || list === null) return [];
    const dimensions = asDistinctTexts(list);
    if (dimensions?.every((dimension) => ids.includes(dimension))) return dimensions;
    report(
      `role.${name}`,
      `expected a list of dimensions of id, found ${dimensions?.join(', ') ?? found(list)}`,
    );
    return null;
  };
  const [time, geo, metric] = [named('time'), named('geo'), named('metric')];
  return time === null || geo === null || metric === null ? null : { time, geo, metric };
}
