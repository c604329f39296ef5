import type { Rows } from '../access/rows.ts';

/**
 * Begins a change of the division of tasks in a district and answers the revision of what it saves. Whoever changes something there writes this one row
 * first and so waits for whoever did before until that transaction has ended; what is then read (statements read anew in read committed) is what there
 * is, and what is checked against it still holds when it is written. That is how two people at once cannot say the same twice for the same days, which no
 * unique constraint can refuse without an extension. A row and no advisory lock: it is kept where the district's other rows are, and needs nothing but SQL.
 *
 * Revisions of a district only rise: what is removed and saved again never has one that it had before.
 */
export async function nextTaskRevision(rows: Rows, district: string): Promise<number> {
  const [next] = await rows<{ revision: number }>(NEXT, [district]);
  if (next === undefined) throw new RangeError(`the district ${district} has no revision`);
  return next.revision;
}

const NEXT = `
insert into task_revision as r (district_key, revision) values ($1, 1)
on conflict (district_key) do update set revision = r.revision + 1
returning r.revision`;
