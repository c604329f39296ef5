import { InputProblems } from '@kreisweit/domain';
import type { PutRecord } from './put-record.ts';

/**
 * The only record of a list that is put, its problems under the name of the argument that holds it and its district: `tasks.0.title.de` becomes
 * `task.title.de`, `district` becomes `task.district`.
 */
export async function putOne<Stored>(
  argument: string,
  putting: Promise<readonly PutRecord<Stored>[]>,
): Promise<PutRecord<Stored>> {
  try {
    const [put] = await putting;
    if (put === undefined) throw new RangeError(`no ${argument} was put`);
    return put;
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    const problems = error.problems.map(({ field, ...problem }) => ({
      ...problem,
      field: field === 'district' ? `${argument}.district` : field?.replace(/^[a-z]+\.0/, argument),
    }));
    throw new InputProblems(`the ${argument} is not saved`, problems);
  }
}
