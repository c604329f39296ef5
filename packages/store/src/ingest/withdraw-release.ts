import { actingOperator, InputProblems } from '@kreisweit/domain';
import { pluginOf } from '../access/permit-delivery.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import { spendLink } from '../access/spend-link.ts';
import { aggregateTouched } from '../aggregate/aggregate-touched.ts';
import { createTouchedTables } from '../aggregate/touched.ts';
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import { districtsOfRelease } from '../delivery/release-change.ts';
import type { Store } from '../open-store.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import { touchChangedTerritories } from '../territory/touch-changed-territories.ts';
import type { WriteOptions } from '../write/progress.ts';
import { reasonOf } from '../write/reason-of.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { replayReleases } from './replay-releases.ts';
import { withdrawNames } from './withdraw-names.ts';
import { withdrawProvisional } from './withdraw-provisional.ts';

/**
 * What a withdrawal did. `changed` is false when the release was withdrawn already: `version`, `withdrawnAt` (ISO, UTC)
 * and `reason` are those of then. `withdrawn` counts the cells of the release that no longer count, `restored` those of
 * other releases that do again.
 */
export type ReleaseWithdrawal = {
  readonly release: number;
  readonly source: string;
  readonly file: string;
  readonly version: number;
  readonly changed: boolean;
  readonly withdrawnAt: string | null;
  readonly reason: string;
  readonly withdrawn: number;
  readonly restored: number;
  readonly aggregates: number;
  readonly series: number;
};

/**
 * Withdraws a release, as a new data version that holds what it would hold had the release never been delivered: cells
 * that it had replaced or withdrawn come back as the remaining releases of its input, in their order, say; cells of other
 * inputs stand as they are. Earlier data versions keep it. The same file can be delivered again. Throws InputProblems when
 * there is no such release or no reason is given; NotAllowed.
 */
export async function withdrawRelease(
  store: Store,
  releaseId: number,
  { reason, signal, onProgress, acting = actingOperator }: WriteOptions & { readonly reason: string },
): Promise<ReleaseWithdrawal> {
  const note = reasonOf(
    reason,
    `release ${releaseId} is not withdrawn`,
    'those who read the earlier figures',
  );
  const about = { kind: 'withdrawal', note, acting, signal } as const;
  return writeVersion<ReleaseWithdrawal>(store, about, async (writer) => {
    const role = await requireAllowed(writer.rows, acting, 'WITHDRAW_RELEASE', [
      { kind: 'release', release: releaseId },
    ]);
    const release = await knownRelease(writer, releaseId);
    // A whole table had also withdrawn what it did not hold: that comes back, wherever it is.
    const ofAll = { kind: 'plugin', plugin: pluginOf(release.input) } as const;
    if (release.kind === 'full') await requireAllowed(writer.rows, acting, 'WITHDRAW_RELEASE', [ofAll]);
    const { source, file } = release;
    if (release.version_until !== null) return { publish: false, result: withdrawnAlready(release) };

    onProgress?.({ phase: 'storing', rows: 0 });
    await createTouchedTables(writer);
    const cells = await writer.transaction(async () => {
      await writer.run('update release set version_until = $2 where id = $1', [releaseId, writer.version]);
      const replayed = await replayReleases(writer, release);
      await withdrawProvisional(writer, release);
      await withdrawNames(writer, release);
      await writer.run(TOUCH_FORMER_PARENTS, [writer.version]);
      const members = await writer.rows(CHANGED_MEMBERS, [writer.version]);
      if (members.length > 0) await touchChangedTerritories(writer);
      return replayed;
    });
    signal?.throwIfAborted();
    const catalogue = await catalogueInForce(writer);
    onProgress?.({ phase: 'aggregating', rows: cells.withdrawn + cells.restored });
    const aggregates = await aggregateTouched(writer, catalogue);
    signal?.throwIfAborted();
    onProgress?.({ phase: 'publishing', rows: aggregates });
    const series = await publishTouched(writer, catalogue);
    const done = { version: writer.version, changed: true, withdrawnAt: null, reason: note };
    return {
      publish: true,
      role,
      closing: (rows) => spendLink(rows, acting.principal),
      change: {
        what: 'release.withdrawn',
        subject: { kind: 'release', key: String(releaseId) },
        districts: await districtsOfRelease(writer.rows, releaseId),
        before: { source, file },
        after: { reason: note, ...cells },
      },
      result: { release: releaseId, source, file, ...done, ...cells, aggregates, series },
    };
  });
}

/** A territory above districts that were known from the release only has members no more, but sums over them. */
const TOUCH_FORMER_PARENTS = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct coalesce(p.same_as, p.id), c.measure_id, c.period, c.breakdown_id
from changed_cell c
join territory d on coalesce(d.same_as, d.id) = c.district_id
join membership m on m.member_id = d.id and m.version_until = $1
join territory p on p.id = m.parent_id and p.kind in ('region', 'state', 'country')
on conflict do nothing`;

/** Who belongs to an association may be known from tables only: its sums change with its members. */
const CHANGED_MEMBERS = `
select from membership m
join territory t on t.id = m.member_id and t.evidence = 'LIST'
where m.version_from = $1 or m.version_until = $1
limit 1`;

/** The release to withdraw, as it is stored. */
export type KnownRelease = {
  readonly id: number;
  readonly input_id: number;
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly source: string;
  readonly file: string;
  readonly measure_ids: readonly number[];
  readonly version_from: number;
  readonly version_until: number | null;
  readonly note: string | null;
  readonly withdrawn_at: string | null;
};

async function knownRelease(writer: Writer, releaseId: number): Promise<KnownRelease> {
  const [release] = await writer.rows<KnownRelease>(RELEASE, [releaseId]);
  if (release !== undefined) return release;
  const [{ last } = { last: null }] = await writer.rows<{ last: number | null }>(
    'select max(id) as last from release',
  );
  const known = last === null ? 'there is none yet' : `their numbers go from 1 to ${last}`;
  throw new InputProblems(`release ${releaseId} is not withdrawn`, [
    { message: `there is no release ${releaseId}: ${known}` },
  ]);
}

const RELEASE = `
select r.id, r.input_id, i.key as input, r.kind, r.source, r.file, r.measure_ids, r.version_from, r.version_until, v.note,
  to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as withdrawn_at
from release r
join catalogue_item i on i.id = r.input_id
left join data_version v on v.version = r.version_until
where r.id = $1`;

function withdrawnAlready(release: KnownRelease): ReleaseWithdrawal {
  const { id, source, file, version_until, note, withdrawn_at } = release;
  const then = { version: version_until ?? 0, changed: false, withdrawnAt: withdrawn_at, reason: note ?? '' };
  return { release: id, source, file, ...then, withdrawn: 0, restored: 0, aggregates: 0, series: 0 };
}
