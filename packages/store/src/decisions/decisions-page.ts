import type { JointDecision, JointDecisionState, PartyKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import { groupByPosition } from '../read/group-by-position.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import { decisionHistory, decisionOf, type HistoryRow } from './decisions-by-address.ts';

/** Which joint decisions; null leaves it open. `text` is one in the title, in any case; `party` one that is asked. */
export type DecisionsFilter = {
  readonly states: readonly JointDecisionState[] | null;
  readonly text: string | null;
  readonly party: { readonly kind: PartyKind; readonly key: string } | null;
};

/** A page of the decisions of each of the districts; `drafts` says for each whether what was never public belongs to them. */
export type DecisionsQuery = DecisionsFilter & {
  readonly districts: readonly { readonly district: string; readonly drafts: boolean }[];
  readonly first: number;
  readonly after: string | null;
};

/** A decision in a page: `key` is its place in the list. */
export type DecisionInPage = { readonly key: string; readonly decision: JointDecision };

type FoundDecision = HistoryRow & {
  readonly position: number;
  readonly key: string;
  readonly total: number;
};

/** The joint decisions of districts, by key and round, in the order of the districts: all of the pages in one statement. */
export async function decisionsPage(
  db: Kysely<StoreSchema>,
  { districts, states, text, party, first, after }: DecisionsQuery,
): Promise<readonly KeyedPage<DecisionInPage>[]> {
  const { rows } = await sql<FoundDecision>`
    with found as materialized (
      select w.position, d.district_key, d.key, d.round, d.key || '/' || lpad(d.round::text, 5, '0') as place
      from unnest(
        ${districts.map(({ district }) => district)}::text[],
        ${districts.map(({ drafts }) => drafts)}::boolean[]
      ) with ordinality as w (district_key, drafts, position)
      join joint_decision d on d.district_key = w.district_key
      where (w.drafts or d.consultation_last_day is not null)
        and (${states}::text[] is null or d.state = any(${states}::text[]))
        and (${text}::text is null or position(${text?.toLocaleLowerCase('de') ?? null}
          in translate(lower(d.title_de || ' ' || d.title_en), 'ÄÖÜ', 'äöü')) > 0)
        and (${party?.key ?? null}::text is null or exists (
          select
          from joint_decision_party p
          where p.district_key = d.district_key and p.key = d.key and p.round = d.round
            and p.kind = ${party?.kind ?? null}
            and case when p.kind = 'ACTOR' then ${canonicalActor('p.party_key')} else p.party_key end
              = (select case when ${party?.kind ?? null} = 'ACTOR' then ${canonicalActor('asked.key')} else asked.key end
                from (select ${party?.key ?? null}::text as key) asked)
        ))
    )
    select counted.position::int, counted.total, page.place as key, page.history
    from (
      select w.position, count(f.key)::int as total
      from generate_series(1, ${districts.length}::int) as w (position)
      left join found f on f.position = w.position
      group by w.position
    ) counted
    left join lateral (
      select f.place, ${decisionHistory} as history
      from found f
      join joint_decision d on d.district_key = f.district_key and d.key = f.key and d.round = f.round
      where f.position = counted.position and (${after}::text is null or f.place collate "C" > ${after})
      order by f.place collate "C"
      limit ${first + 1}
    ) page on true
    order by counted.position, page.place collate "C"`.execute(db);
  return groupByPosition(rows, districts.length).map((group) => {
    const { rows: found, ...page } = keyedPage(group, first);
    return { ...page, rows: found.map((row) => ({ key: row.key, decision: decisionOf(row) })) };
  });
}
