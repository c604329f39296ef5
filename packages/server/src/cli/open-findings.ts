import { type Store, timelineFindings } from '@kreisweit/store';
import { count } from '../count.ts';

/** How many findings `kreisweit check territories` would list for a data version. */
export async function openFindings({ db }: Store, version: number): Promise<number> {
  return (await timelineFindings(db, version)).length;
}

/** One line about them, after an import. */
export function findingsLine(findings: number): string {
  if (findings === 0) return 'Registers, lists of changes and crosswalks fit together.';
  const what = findings === 1 ? 'finding' : 'findings';
  return `${count(findings)} ${what} where registers, lists of changes and crosswalks do not fit together: kreisweit check territories`;
}
