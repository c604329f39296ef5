import { type Acting, InputProblems, parseTerritoryKey } from '@kreisweit/domain';
import { placesById } from '../access/places-by-id.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { districtsOf } from './reviewing-districts.ts';

/** For whom a release was recorded by the coordination, by key, and when they confirmed it (ISO, UTC; null: not yet). */
export type OnBehalf = {
  readonly release: number;
  readonly territory: string;
  readonly confirmedAt: string | null;
};

/**
 * Confirms for a municipality or an association what the coordination recorded on behalf of it. A second time changes nothing. Throws
 * NotAllowed, and InputProblems when nothing was recorded on behalf of it in this release.
 */
export async function confirmDelivery(
  store: Store,
  acting: Acting,
  { release, territory }: { readonly release: number; readonly territory: string },
): Promise<OnBehalf> {
  return auditedChange(store, acting, async (rows) => {
    const role = await requireAllowed(rows, acting, 'CONFIRM_DELIVERY', [
      { kind: 'territory', key: territory },
    ]);
    const key = parseTerritoryKey(territory)?.key ?? territory;
    const found = await recorded(rows, release, key);
    if (found.confirmedAt !== null) {
      return { role, change: null, result: { release, territory: key, confirmedAt: found.confirmedAt } };
    }
    const [confirmed] = await rows<{ at: string }>(CONFIRM, [release, found.id, acting.principal.id]);
    const confirmedAt = confirmed?.at ?? null;
    const places = await placesById(rows, [found.id]);
    const change = {
      what: 'delivery.confirmed',
      subject: { kind: 'release', key: String(release) },
      districts: districtsOf([...places.values()]),
      before: { territory: key, confirmedAt: null },
      after: { territory: key, confirmedAt },
    };
    return { role, change, result: { release, territory: key, confirmedAt } };
  });
}

async function recorded(
  rows: Rows,
  release: number,
  key: string,
): Promise<{ readonly id: number; readonly confirmedAt: string | null }> {
  const [found] = await rows<{ id: number; confirmedAt: string | null }>(RECORDED, [release, key]);
  if (found !== undefined) return found;
  throw new InputProblems('nothing is confirmed', [
    { field: 'release', message: `nothing was recorded on behalf of ${key} in release ${release}` },
  ]);
}

const MOMENT = `to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const RECORDED = `
select b.territory_id as id, ${MOMENT} as "confirmedAt"
from release_on_behalf b
join territory t on t.id = b.territory_id
where b.release_id = $1 and t.key = $2`;

const CONFIRM = `
update release_on_behalf set confirmed_at = clock_timestamp(), confirmed_by = $3
where release_id = $1 and territory_id = $2 and confirmed_at is null
returning ${MOMENT} as at`;
