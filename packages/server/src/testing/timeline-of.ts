import type { Store } from '@kreisweit/store';

/** The open rows of a store's timeline, by keys: part by part how many there are, and a digest of all of them. */
export async function timelineOf(store: Store): Promise<Readonly<Record<string, string>>> {
  const parts = await Promise.all(
    Object.entries(PARTS).map(async ([part, sql]) => {
      const { rows } = await store.database.pool.query<{ text: string }>(
        `select count(*) || ' ' || md5(string_agg(text, E'\\n' order by text collate "C")) as text
         from (${sql}) line`,
      );
      return [part, rows[0]?.text ?? ''] as const;
    }),
  );
  return Object.fromEntries(parts);
}

const nameOf = (alias: string): string => `${alias}.kind || ' ' || ${alias}.key`;

/** What only tables know (also associations of municipalities that no register shows) depends on those that were loaded: left out. */
const PARTS: Readonly<Record<string, string>> = {
  identities: `select concat_ws(' ', ${nameOf('t')}, t.evidence, s.kind, s.key) as text
    from territory t left join territory s on s.id = t.same_as where t.evidence <> 'TABLE'`,
  versions: `select concat_ws('|', ${nameOf('t')}, v.proven_from, v.proven_until, coalesce(v.valid_from::text, '-'),
      coalesce(v.valid_until::text, '-'), coalesce(v.in_force_from::text, '-'), coalesce(v.in_force_until::text, '-'),
      v.ars, v.ags, v.text_code, v.inhabited, v.evidence, case when v.evidence = 'REGISTER' then v.name end) as text
    from territory_version v join territory t on t.id = v.territory_id
    where v.version_until is null and v.evidence <> 'TABLE'`,
  memberships: `select concat_ws('|', ${nameOf('t')}, ${nameOf('p')}, m.relation, m.proven_from, m.proven_until,
      coalesce(m.valid_from::text, '-'), coalesce(m.valid_until::text, '-'), coalesce(m.in_force_from::text, '-'),
      coalesce(m.in_force_until::text, '-')) as text
    from membership m join territory t on t.id = m.member_id join territory p on p.id = m.parent_id
    where m.version_until is null and t.evidence <> 'TABLE' and p.evidence <> 'TABLE'
      and (t.evidence = 'REGISTER' or m.relation <> 'association')`,
  lives: `select concat_ws('|', ${nameOf('t')}, l.first, l.last, coalesce(l.in_force_from::text, '-'),
      coalesce(l.in_force_until::text, '-')) as text
    from territory_life l join territory t on t.id = l.territory_id where l.version_until is null`,
  reforms: `select concat_ws('|', ${nameOf('t')}, r.day, r.moves_population) as text
    from reform r join territory t on t.id = r.territory_id where r.version_until is null`,
  earlierDistricts: `select concat_ws('|', ${nameOf('t')}, ${nameOf('d')}, e.before) as text
    from earlier_district e join territory t on t.id = e.territory_id join territory d on d.id = e.district_id
    where e.version_until is null`,
};
