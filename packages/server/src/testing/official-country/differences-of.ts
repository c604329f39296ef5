/** SQL: how many delivered districts equal the complete sum of their members, a row a period. */
export function differencesOf(measure: string): string {
  return `
    select a.period, (count(*) filter (where a.difference = 0))::int as equal,
      (count(*) filter (where a.difference <> 0))::int as different,
      string_agg(t.key, ' ' order by t.key) filter (where a.difference <> 0) as keys
    from aggregate a
    join territory t on t.id = a.territory_id and t.kind = 'district'
    join catalogue_item i on i.id = a.measure_id and i.kind = 'measure'
    where i.key = '${measure}' and a.breakdown_id = 0 and a.version_until is null
    group by a.period order by a.period`;
}
