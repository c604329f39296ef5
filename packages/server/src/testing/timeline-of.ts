import type { Store } from '@kreisweit/store';

/**
 * The open rows of a store's timeline and facts, by keys: part by part how many there are, and a digest of all of them.
 */
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

const textOf = (...columns: readonly string[]): string =>
  `concat_ws('|', ${columns.map((column) => `coalesce((${column})::text, '-')`).join(', ')}) as text`;

const inTime = (alias: string): readonly string[] =>
  ['proven_from', 'proven_until', 'valid_from', 'valid_until', 'in_force_from', 'in_force_until'].map(
    (column) => `${alias}.${column}`,
  );

/** The columns that name a fact, and the tables they stand in. */
const FACT = ['d', 't'].map(nameOf).concat('i.key', 'f.period', 'b.key');
const FACT_NAMES = `
  join territory d on d.id = f.district_id
  join territory t on t.id = f.territory_id
  join catalogue_item i on i.id = f.measure_id
  join breakdown b on b.id = f.breakdown_id`;

const PARTS: Readonly<Record<string, string>> = {
  identities: `select ${textOf(nameOf('t'), 't.evidence', nameOf('s'))}
    from territory t left join territory s on s.id = t.same_as`,
  versions: `select ${textOf(nameOf('t'), ...inTime('v'), 'v.ars', 'v.ags', 'v.text_code', 'v.inhabited', 'v.evidence', 'v.name')}
    from territory_version v join territory t on t.id = v.territory_id where v.version_until is null`,
  memberships: `select ${textOf(nameOf('t'), nameOf('p'), 'm.relation', ...inTime('m'))}
    from membership m join territory t on t.id = m.member_id join territory p on p.id = m.parent_id
    where m.version_until is null`,
  lives: `select ${textOf(nameOf('t'), 'l.first', 'l.last', 'l.in_force_from', 'l.in_force_until')}
    from territory_life l join territory t on t.id = l.territory_id where l.version_until is null`,
  reforms: `select ${textOf(nameOf('t'), 'r.day', 'r.moves_population')}
    from reform r join territory t on t.id = r.territory_id where r.version_until is null`,
  earlierDistricts: `select ${textOf(nameOf('t'), nameOf('d'), 'e.before')}
    from earlier_district e join territory t on t.id = e.territory_id join territory d on d.id = e.district_id
    where e.version_until is null`,
  observations: `select ${textOf(...FACT, nameOf('a'), 'f.value', 'f.status', 'f.flags', 'f.sign', 'f.boundary_date')}
    from observation f ${FACT_NAMES} left join territory a on a.id = f.association_id where f.version_until is null`,
  aggregates: `select ${textOf(...FACT, 'f.value', 'f.status', 'f.flags', 'f.sign', 'f.origin', 'f.reported', 'f.expected', 'f.difference', 'f.boundary_date')}
    from aggregate f ${FACT_NAMES} where f.version_until is null`,
};
