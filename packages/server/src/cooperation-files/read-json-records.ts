import { InputProblems, type Problem } from '@kreisweit/domain';
import type { CooperationKind } from '@kreisweit/store';
import type { CooperationRecords } from './cooperation-file.ts';
import { readShape } from './read-shape.ts';
import type { Shape } from './shape.ts';
import { jsonAdvice } from './value-advice.ts';

/** Reads the JSON of a kind: a list of records, or an object that holds it under the name of the kind. Throws InputProblems with all that is wrong. */
export function readJsonRecords<T>(
  { kind, record }: { readonly kind: CooperationKind; readonly record: Shape<T> },
  text: string,
  file: string,
): CooperationRecords<T> {
  const list = listIn(kind, parsed(text, file));
  if (list === null) {
    const message = `holds no ${kind}: write [ ... ], or { "${kind}": [ ... ] }`;
    throw new InputProblems(`${file} is refused`, [{ file, message }]);
  }
  const problems: Problem[] = [];
  const leftOut: string[][] = list.map(() => []);
  const records = list.map((value, index) => {
    const place = `${kind}.${index}`;
    return readShape(record, value, place, {
      refuse: (field, message) => problems.push({ file, field, message }),
      leaveOut: (field) => leftOut[index]?.push(field.slice(place.length + 1)),
      advice: jsonAdvice,
    });
  });
  if (problems.length > 0) throw new InputProblems(`${file} is refused`, problems);
  return {
    records: records.filter((each) => each !== undefined),
    leftOut,
    placeOf: (index, field) => ({ file, field: [kind, index, ...(field === '' ? [] : [field])].join('.') }),
  };
}

function parsed(text: string, file: string): unknown {
  try {
    // Windows editors put a mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\p{Cc}/gu, '\uFFFD') : String(error);
    throw new InputProblems(`${file} is refused`, [{ file, message: `is no JSON: ${reason}` }]);
  }
}

function listIn(kind: CooperationKind, json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return null;
  const [only, second] = Object.entries(json);
  if (only === undefined || second !== undefined || only[0] !== kind) return null;
  return Array.isArray(only[1]) ? only[1] : null;
}
