import { type Acting, InputProblems, parseTerritoryKey } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';

/** Whether the coordination of a district (its key) decides on deliveries of own figures before they are published. */
export type DeliveryReview = { readonly district: string; readonly reviews: boolean };

/**
 * Sets whether deliveries of own figures about a district wait for its decision. Those that wait already go on waiting. Throws NotAllowed, and
 * InputProblems when there is no such district.
 */
export async function setReview(
  store: Store,
  acting: Acting,
  { district: key, reviews }: DeliveryReview,
): Promise<DeliveryReview> {
  const district = parseTerritoryKey(key)?.key ?? key;
  return auditedChange(store, acting, async (rows) => {
    const role = await requireAllowed(rows, acting, 'SET_REVIEW', [{ kind: 'territory', key: district }]);
    const before = await reviewIn(rows, district);
    const result = { district, reviews };
    if (before === reviews) return { role, change: null, result };
    await rows(SET, [district, reviews]);
    const change = {
      what: 'district.reviewSet',
      subject: { kind: 'district', key: district },
      districts: [district],
      before: { reviews: before },
      after: { reviews },
    };
    return { role, change, result };
  });
}

/** Whether deliveries about a district are reviewed. Throws NotAllowed for those who may not set it. */
export async function deliveryReview(rows: Rows, acting: Acting, district: string): Promise<DeliveryReview> {
  await requireAllowed(rows, acting, 'SET_REVIEW', [{ kind: 'territory', key: district }]);
  return { district, reviews: await reviewIn(rows, district) };
}

async function reviewIn(rows: Rows, district: string): Promise<boolean> {
  const [found] = await rows<{ reviews: boolean }>(REVIEW, [district]);
  if (found !== undefined && parseTerritoryKey(district)?.kind === 'district') return found.reviews;
  throw new InputProblems('the review of deliveries is not set', [
    { field: 'district', message: `there is no district ${district}: write its five digits` },
  ]);
}

const REVIEW = `
select coalesce(s.reviews_deliveries, false) as reviews
from territory t
left join district_setting s on s.district_key = t.key
where t.kind = 'district' and t.key = $1`;

const SET = `
insert into district_setting (district_key, reviews_deliveries) values ($1, $2)
on conflict (district_key) do update set reviews_deliveries = excluded.reviews_deliveries`;
