import { InputProblems, type Problem, parseTerritoryKey } from '@kreisweit/domain';
import type { WrittenRecords } from './record-writer.ts';

type OfSomeDistrict = { readonly district: string };

/** The short key of a district; what is no key of a territory stays as it is. */
export function shortKey(key: string): string {
  return parseTerritoryKey(key)?.key ?? key;
}

/**
 * Writes records district by district, for what is checked within one. What is wrong is collected from all districts, with the numbers of all records instead of
 * those of the district: `tasks.0.key` becomes `tasks.17.key`. Throws InputProblems.
 */
export async function byDistrict<Value extends OfSomeDistrict>(
  kind: string,
  records: readonly Value[],
  write: (district: string, own: readonly Value[]) => Promise<WrittenRecords>,
): Promise<WrittenRecords> {
  const groups = Map.groupBy(records.entries(), ([, { district }]) => shortKey(district));
  const problems: Problem[] = [];
  let [added, changed] = [0, 0];
  for (const [district, own] of groups) {
    const numbers = own.map(([number]) => number);
    try {
      const written = await write(
        district,
        own.map(([, record]) => record),
      );
      added += written.added;
      changed += written.changed;
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      problems.push(...error.problems.map((problem) => renumbered(kind, problem, numbers)));
    }
  }
  if (problems.length > 0) throw new InputProblems(`the ${kind} are not imported`, problems);
  return { added, changed };
}

function renumbered(kind: string, { field = '', ...problem }: Problem, numbers: readonly number[]): Problem {
  const [, number, rest] = /^\w+\.(\d+)((?:\..*)?)$/.exec(field) ?? [];
  // What is said of the whole, such as that there is no such district, is told where it was named first.
  if (number === undefined) return { ...problem, field: `${kind}.${numbers[0] ?? 0}.${field}` };
  return { ...problem, field: `${kind}.${numbers[Number(number)] ?? number}${rest}` };
}
