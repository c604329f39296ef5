import { type Acting, decide } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { targetsOf } from '../access/targets-of.ts';
import type { Store } from '../open-store.ts';
import type { KeyedPage } from '../read/keyed-page.ts';
import { proposedReleases } from '../read/proposed-releases.ts';
import type { ProposedRelease } from './proposed-release.ts';

/** Which proposed releases: of a state (null: all), the newest first, after a number (null: from the newest). */
export type ProposalsQuery = {
  readonly state: ProposedRelease['state'] | null;
  readonly first: number;
  readonly after: number | null;
};

/** A page of the proposed releases that somebody may read: all others are as if they were not there, also in the total. */
export async function readableProposals(
  { db, database }: Store,
  { principal }: Acting,
  { state, first, after }: ProposalsQuery,
): Promise<KeyedPage<ProposedRelease>> {
  const rows: Rows = async (sql, parameters = []) => (await database.pool.query(sql, [...parameters])).rows;
  const all = await rows<{ proposed: number }>(NUMBERS, [state]);
  const targets = await targetsOf(
    rows,
    all.map(({ proposed }) => ({ kind: 'proposed', proposed })),
  );
  const readable = all
    .filter((_, index) => {
      const target = targets[index];
      return target !== undefined && decide(principal, 'READ_PROPOSED', target).allowed;
    })
    .map(({ proposed }) => proposed);
  const following = readable.filter((proposed) => after === null || proposed < after);
  const page = following.slice(0, first);
  return {
    rows: page.length === 0 ? [] : (await proposedReleases(db, { among: page })).toReversed(),
    total: readable.length,
    hasNext: following.length > first,
  };
}

const NUMBERS = `
select p.id as proposed
from proposed_release p
left join release r on r.proposed_release_id = p.id and r.version_from <= (select version from published_pointer)
where $1::text is null
  or $1 = case when r.id is not null then 'published' when p.rejected_at is not null then 'rejected' else 'proposed' end
order by p.id desc`;
