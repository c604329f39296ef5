import { InputProblems } from '@kreisweit/domain';
import type { TaskSubject } from './task-change.ts';

/** What is thrown where there is nothing to end or to remove. `field` is the argument that names it. */
export function nothingStored({ kind, district, key }: TaskSubject, field: string): InputProblems {
  const message = `the district ${district} has no ${kind} '${key}': mend the key, or leave it as it is`;
  return new InputProblems('nothing is changed', [{ field, rule: 'UNKNOWN', message }]);
}
