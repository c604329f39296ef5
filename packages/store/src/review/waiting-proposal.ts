import { InputProblems } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/** What became of a proposed release so far: nothing, a release that was published, or a rejection with its reason. */
type Decision = {
  readonly release: number | null;
  readonly dataVersion: number | null;
  readonly rejectedAt: string | null;
  readonly reason: string | null;
  /** Its input is defined otherwise since it was read. */
  readonly isReadOtherwise: boolean;
};

/** What was decided on a proposed release. Throws InputProblems, which begins with `what` did not happen, where there is none. */
async function decisionOn(writer: Writer, proposed: number, what: string): Promise<Decision> {
  const [row] = await writer.rows<Decision>(DECISION, [proposed]);
  if (row !== undefined) return row;
  const [{ last } = { last: null }] = await writer.rows<{ last: number | null }>(
    'select max(id) as last from proposed_release',
  );
  const numbers = last === null ? 'nothing was proposed yet' : `their numbers go from 1 to ${last}`;
  throw refusal(proposed, what, `there is no proposed release ${proposed}: ${numbers}`);
}

/** Throws InputProblems unless a proposed release waits for its decision and is what its file says by now. */
export async function requireCurrent(writer: Writer, proposed: number, what: string): Promise<void> {
  const { isReadOtherwise } = await requireWaiting(writer, proposed, what);
  if (!isReadOtherwise) return;
  throw refusal(
    proposed,
    what,
    'its table is read otherwise by now, because the plug-in changed: reject it and propose the file again',
  );
}

/** What is known of a proposed release. Throws InputProblems unless it waits for its decision. */
export async function requireWaiting(writer: Writer, proposed: number, what: string): Promise<Decision> {
  const decision = await decisionOn(writer, proposed, what);
  const { release, dataVersion, rejectedAt, reason } = decision;
  if (release !== null) {
    throw refusal(
      proposed,
      what,
      `it was published as release ${release}, data version ${dataVersion}; a published release can be withdrawn`,
    );
  }
  if (rejectedAt !== null) {
    throw refusal(
      proposed,
      what,
      `it was rejected on ${rejectedAt} (${reason}); the file can be proposed again`,
    );
  }
  return decision;
}

/** What stands in the way where the very file was ingested meanwhile. */
export function loadedAlready(proposed: number, release: number, what: string): InputProblems {
  return refusal(
    proposed,
    what,
    `this very file is loaded already, as release ${release}; reject the proposed one`,
  );
}

function refusal(proposed: number, what: string, message: string): InputProblems {
  return new InputProblems(`proposed release ${proposed} ${what}`, [{ message }]);
}

/** SQL: the input of the proposed release `p` has another definition since the file was read. */
export const READ_OTHERWISE = `exists (
    select from catalogue_item i
    join catalogue_version v on v.item_id = i.id
    where i.kind = 'input' and i.key = p.input and v.version_from > p.read_at_version
  )`;

const DECISION = `
select ${READ_OTHERWISE} as "isReadOtherwise", r.id as release, r.version_from as "dataVersion",
  to_char(p.rejected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "rejectedAt", p.reason
from proposed_release p
left join release r on r.proposed_release_id = p.id and r.version_from <= (select version from published_pointer)
where p.id = $1`;
