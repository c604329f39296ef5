import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest } from './in-force-on.ts';
import { keyedPage } from './keyed-page.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** What to look for: a text in names or at the beginning of keys, only some kinds (null = all), after a cursor. */
export type TerritorySearch = {
  readonly asOf: number;
  readonly text: string;
  readonly kinds: readonly string[] | null;
  readonly first: number;
  readonly after: string | null;
};

/**
 * A territory that was found. `key` is the place of the hit in the list; `matchedName` and `matchedKey` are the name and
 * the key by which it was found, which may be those of long ago.
 */
export type TerritoryHit = {
  readonly key: string;
  readonly territory: TerritoryRow;
  readonly matchedName: string;
  readonly matchedKey: string;
};

type Row = TerritoryRow & { place: string; matchedName: string; matchedKey: string; total: number };

/**
 * Finds territories by any name or key that they ever had, dissolved ones too: an exact key first, then what begins with
 * the text, then what contains it; what lives before what does not; then by name. Case and umlauts make no difference
 * (`muehlhausen` and `Muhlhausen` find Mühlhausen). What is several things at once is one hit.
 */
export async function searchTerritories(
  db: Kysely<StoreSchema>,
  { asOf, text, kinds, first, after }: TerritorySearch,
): Promise<{ readonly rows: readonly TerritoryHit[]; readonly total: number; readonly hasNext: boolean }> {
  const { folded, plain, key } = searchTexts(text);
  const { rows } = await sql<Row>`
    with matched as (
      select v.territory_id as id, v.name, v.name_plain, v.in_force_from,
        case when ${key}::text is null then null
          when v.ars like ${key}::text || '%' and not t.key like ${key}::text || '%' then v.ars
          when t.key like ${key}::text || '%' then t.key end as found_key,
        case when t.key = ${key}::text or v.ars = ${key}::text then 0
          when t.key like ${key}::text || '%' or v.ars like ${key}::text || '%' then 1
          when starts_with(v.name_folded, ${folded}::text) or starts_with(v.name_plain, ${plain}::text) then 1
          else 2 end as rank
      from territory_version v
      join territory t on t.id = v.territory_id
      where ${trueAt('v', asOf)}
        and (${kinds === null} or t.kind = any(${kinds ?? []}::text[]))
        and t.kind <> 'part' and not (t.kind = 'association' and t.same_as is not null)
        and (t.key like ${key}::text || '%' or v.ars like ${key}::text || '%'
          or position(${folded}::text in v.name_folded) > 0 or position(${plain}::text in v.name_plain) > 0)
    ),
    found as materialized (
      select distinct on (coalesce(t.same_as, t.id)) t.id, m.name as "matchedName",
        coalesce(m.found_key, t.key) as "matchedKey",
        m.rank || case when l.lives then '0' else '1' end || coalesce(m.found_key, m.name_plain) || chr(1)
          || coalesce(array_position(${ORDER}::text[], t.kind), 9) || t.key as place
      from matched m
      join territory t on t.id = m.id
      cross join lateral (
        select t.kind = 'group'
          or exists (
            select from territory_life f where f.territory_id = t.id and ${trueAt('f', asOf)} and f.in_force_until is null
          )
          or not exists (select from territory_life f where ${trueAt('f', asOf)}) as lives
      ) l
      order by coalesce(t.same_as, t.id), m.rank, t.same_as is not null, m.in_force_from desc nulls last
    )
    select total, page.*
    from (select count(*)::int as total from found) counted
    left join lateral (
      select found.place, found."matchedName", found."matchedKey", ${territoryColumns}
      from found
      join territory t on t.id = found.id
      cross join ${dayOrLatest(sql`null::date`)} in_force
      join lateral ${versionOnDay(asOf)} v on true
      where ${after}::text is null or found.place collate "C" > ${after}
      order by found.place collate "C"
      limit ${first + 1}
    ) page on true
    order by page.place collate "C"`.execute(db);
  const page = keyedPage(rows, first);
  return { ...page, rows: page.rows.map(hit) };
}

function hit({ place, matchedName, matchedKey, total, ...territory }: Row): TerritoryHit {
  return { key: place, territory, matchedName, matchedKey };
}

/** Where names are the same, the larger territory comes first. */
const ORDER = ['country', 'state', 'region', 'district', 'association', 'municipality'];

/**
 * Digits as the beginning of a key; anything else as names are stored to be found, with umlauts written out and, where it
 * has none, without: `gött` is not meant to find Gottenheim.
 */
function searchTexts(text: string) {
  const lower = text.normalize('NFC').trim().toLocaleLowerCase('de').replaceAll('ß', 'ss');
  const digits = lower.replaceAll(' ', '');
  if (/^\d{2,12}$/.test(digits)) return { key: digits, folded: null, plain: null };
  const folded = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  return {
    key: lower === 'dg' ? 'DG' : null,
    folded: withoutAccents(folded),
    plain: /[äöü]/.test(lower) ? null : withoutAccents(lower),
  };
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
}
