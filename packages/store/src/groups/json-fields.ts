import { nearestNames } from '@kreisweit/domain';
import { calendarDate } from '../register/calendar-date.ts';
import type { GroupProblem } from './group-problems.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the fields of one JSON object; what is wrong with them is added to `problems`, with its path. */
export type FieldReader = {
  /** A text with anything in it; the empty text where there is none. */
  readonly text: (name: string, advice: string) => string;
  /** An ISO day that exists; null where there is none, which is a problem unless it is `optional`. */
  readonly day: (name: string, optional?: 'optional') => string | null;
  readonly list: (name: string, advice: string) => readonly unknown[];
  readonly has: (name: string) => boolean;
};

/** Begins to read an object at a path; `known` are the names that it may have. */
export function readFields(
  value: JsonObject,
  { field, known }: { readonly field: string; readonly known: readonly string[] },
  problems: GroupProblem[],
): FieldReader {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const [meant] = nearestNames(name, known);
    const advice = meant === undefined ? `there are ${known.join(', ')}` : `did you mean ${meant}?`;
    problems.push({ field: at(name), message: `nothing has this name here; ${advice}` });
  }
  const has = (name: string): boolean => value[name] !== undefined && value[name] !== null;
  return {
    has,
    text: (name, advice) => {
      const text = value[name];
      if (typeof text === 'string' && text.trim() !== '') return text.trim();
      problems.push({ field: at(name), message: `${has(name) ? 'is no text' : 'is missing'}: ${advice}` });
      return '';
    },
    day: (name, optional) => {
      if (!has(name) && optional === 'optional') return null;
      const day = isoDay(value[name]);
      if (day === null) {
        const found = has(name) ? `${JSON.stringify(value[name])} is no day` : 'is missing';
        problems.push({ field: at(name), message: `${found}: write it as 2013-01-01` });
      }
      return day;
    },
    list: (name, advice) => {
      const list = value[name];
      if (Array.isArray(list)) return list;
      problems.push({ field: at(name), message: `${has(name) ? 'is no list' : 'is missing'}: ${advice}` });
      return [];
    },
  };
}

/** True for a JSON object, which is neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isoDay(value: unknown): string | null {
  const [, year, month, day] = (typeof value === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  return year === undefined || month === undefined || day === undefined
    ? null
    : calendarDate(year, month, day);
}
