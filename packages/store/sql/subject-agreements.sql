-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select a.territory_id as "territoryId", t.key as district, a.subject, a.measure,
  json_build_object('de', a.purpose_de, 'en', a.purpose_en) as purpose, a.since::text as since,
  a.decided_by as "decidedBy", a.source
from subject_agreement a
join territory t on t.id = a.territory_id
where (a.territory_id = any($1::int[]) or a.subject = any($2::text[])) and a.version_from <= $3 and (a.version_until is null or a.version_until > $4)
order by t.key, a.subject, a.since, a.purpose_de, a.source
