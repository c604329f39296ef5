import type { Acting, AuditedChange } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import type { Store } from '../open-store.ts';
import { auditedChange } from './audited-change.ts';
import { type Retention, type RetentionLimits, retentionLimits } from './retention.ts';

/** How much was forgotten (or would be), and from before which moments. */
export type AppliedRetention = {
  readonly removed: {
    readonly auditEntries: number;
    readonly deliveryReceipts: number;
    readonly accessTokens: number;
  };
  readonly before: RetentionLimits;
};

/**
 * Forgets what is older than the retention says, all in one transaction, which adds one entry to the audit trail with the counts; where
 * nothing is old enough, nothing is added. With `dryRun` it only counts. A token stays as long as one that it replaced.
 *
 * Only who may read the whole audit trail may let it be forgotten: throws NotAllowed.
 */
export async function applyRetention(
  store: Store,
  acting: Acting,
  retention: Retention,
  { now, dryRun = false }: { readonly now: Date; readonly dryRun?: boolean },
): Promise<AppliedRetention> {
  const before = retentionLimits(retention, now);
  return auditedChange(store, acting, async (rows) => {
    const role = await requireAllowed(rows, acting, 'READ_AUDIT', [{ kind: 'everything' }]);
    const removed = {
      auditEntries: await forget(rows, AUDIT_ENTRIES, before.auditEntries, dryRun),
      deliveryReceipts: await forget(rows, DELIVERY_RECEIPTS, before.deliveryReceipts, dryRun),
      accessTokens: await forget(rows, ACCESS_TOKENS, before.accessTokens, dryRun),
    };
    const nothing = Object.values(removed).every((count) => count === 0);
    return {
      role,
      change: dryRun || nothing ? null : changeOf(removed, before),
      result: { removed, before },
    };
  });
}

function changeOf(removed: AppliedRetention['removed'], before: RetentionLimits): AuditedChange {
  return {
    what: 'retention.applied',
    subject: { kind: 'server', key: 'retention' },
    districts: [],
    before: null,
    after: { removed, before },
  };
}

/** What is to be forgotten: the statements that count it and that delete it, each about the moment `$1`. */
type Forgotten = { readonly count: string; readonly remove: string };

async function forget(
  rows: Rows,
  { count, remove }: Forgotten,
  before: string,
  dryRun: boolean,
): Promise<number> {
  const [found] = await rows<{ count: number }>(dryRun ? count : remove, [before]);
  return found?.count ?? 0;
}

const AUDIT_ENTRIES: Forgotten = {
  count: 'select count(*)::int as count from audit_entry where at < $1',
  remove: `
with removed as (delete from audit_entry where at < $1 returning id)
select count(*)::int as count from removed`,
};

const DELIVERY_RECEIPTS: Forgotten = {
  count: 'select count(*)::int as count from delivery_receipt where created_at < $1',
  remove: `
with removed as (delete from delivery_receipt where created_at < $1 returning identity)
select count(*)::int as count from removed`,
};

/** Those that have ended long ago, but for the ones to which a chain of replacements leads from a token that stays. */
const ENDED = `kept as (
  select id, replaced_by from access_token where least(expires_at, revoked_at) >= $1
  union
  select k.id, k.replaced_by
  from kept
  join access_token k on k.id = kept.replaced_by
),
ended as (
  select id from access_token k where not exists (select from kept where kept.id = k.id)
)`;

const ACCESS_TOKENS: Forgotten = {
  count: `with recursive ${ENDED} select count(*)::int as count from ended`,
  remove: `
with recursive ${ENDED},
removed as (delete from access_token k using ended where k.id = ended.id returning k.id)
select count(*)::int as count from removed`,
};
