import { isPlainObject } from '../definition/frozen-copy.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Report } from './plugin-problem.ts';

/** Reports everything that is wrong with a value and its parts. Definitions may come from anywhere: trust nothing. */
export type Check = (value: unknown, path: string, report: Report) => void;

/** Runs a check and says whether it found nothing. */
export function isSound(check: Check, value: unknown, path: string, report: Report): boolean {
  let sound = true;
  check(value, path, (at, message) => {
    sound = false;
    report(at, message);
  });
  return sound;
}

/** A check of one value: `problem` answers null, or what is wrong; a missing value is told what to write. */
export function value(hint: string, problem: (value: unknown) => string | null): Check {
  return (given, path, report) => {
    if (given === undefined) return report(path, `is missing: write ${hint}`);
    const message = problem(given);
    if (message !== null) report(path, message);
  };
}

/** A text that is not blank. */
export function text(hint: string): Check {
  return value(hint, (given) =>
    typeof given === 'string' && given.trim() !== '' ? null : `${shown(given)} is no text: write ${hint}`,
  );
}

/** A text of a given form. */
export function pattern(form: RegExp, hint: string): Check {
  return value(hint, (given) =>
    typeof given === 'string' && form.test(given) ? null : `${shown(given)} does not fit: write ${hint}`,
  );
}

/** One of some words; a near miss is told the word. */
export function oneOf(words: readonly string[]): Check {
  const hint = words.map((word) => `'${word}'`).join(', ');
  return value(`one of ${hint}`, (given) => {
    if (typeof given === 'string' && words.includes(given)) return null;
    const guess = didYouMean(asName(given), words);
    return `${shown(given)} is unknown${guess === '' ? `: write one of ${hint}` : guess}`;
  });
}

/** A whole number inside a range. */
export function integer(from: number, to: number): Check {
  const hint =
    to === Number.MAX_SAFE_INTEGER ? `a whole number from ${from}` : `a whole number from ${from} to ${to}`;
  return value(hint, (given) =>
    typeof given === 'number' && Number.isInteger(given) && given >= from && given <= to
      ? null
      : `${shown(given)} does not fit: write ${hint}`,
  );
}

/** True or false. */
export const boolean = value('true or false', (given) =>
  typeof given === 'boolean' ? null : `${shown(given)} is neither true nor false`,
);

/** Several checks of the same value. */
export function all(...checks: readonly Check[]): Check {
  return (given, path, report) => {
    for (const check of checks) check(given, path, report);
  };
}

/** May be left out. */
export function optional(check: Check): Check {
  return (given, path, report) => {
    if (given !== undefined) check(given, path, report);
  };
}

/** A list whose items all pass. */
export function listOf(check: Check, { notEmpty = false } = {}): Check {
  return (given, path, report) => {
    if (given === undefined) return report(path, 'is missing: write a list');
    if (!Array.isArray(given)) return report(path, `${shown(given)} is no list`);
    if (notEmpty && given.length === 0) report(path, 'is empty');
    for (const [index, item] of given.entries()) check(item, `${path}[${index}]`, report);
  };
}

/** An object with exactly these fields: unknown ones are reported, since a misspelt option would do nothing. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  return (given, path, report) => {
    if (given === undefined) return report(path, 'is missing');
    if (!isPlainObject(given)) return report(path, `${shown(given)} is no plain object`);
    for (const [name, check] of Object.entries(fields)) check(own(given, name), at(path, name), report);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name)) {
        report(at(path, name), `is no field here${didYouMean(name, Object.keys(fields))}`);
      }
    }
  };
}

/** An object whose names and values all pass. */
export function recordOf(name: Check, item: Check): Check {
  return (given, path, report) => {
    if (given === undefined) return report(path, 'is missing: write an object');
    if (!isPlainObject(given)) return report(path, `${shown(given)} is no plain object`);
    for (const [key, entry] of Object.entries(given)) {
      name(key, at(path, key), report);
      item(entry, at(path, key), report);
    }
  };
}

/** A field of an object, without what its prototype brings. */
export function own(given: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(given, name) ? given[name] : undefined;
}

/** The path of a field. */
export function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A value as a name to look up; what is no text is no name. */
export function asName(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** A value as it is shown in a message: short, never failing. */
export function shown(given: unknown): string {
  if (typeof given === 'string') return `'${given.slice(0, 60)}'`;
  if (typeof given === 'number' || typeof given === 'boolean' || given === null) return String(given);
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' ? 'an object' : `a ${typeof given}`;
}
