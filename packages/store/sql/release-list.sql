-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select r.id as release, i.key as input, r.kind, r.source, r.title, r.institute, r.file, r.periods, r.cells, r.demo,
  r.warning_count as "warningCount", coalesce(r.warnings, '[]') as warnings,
  to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
  r.version_from as "dataVersion",
  case when v.version is not null then json_build_object(
    'dataVersion', v.version,
    'at', to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'reason', v.note
  ) end as withdrawn
from release r
join catalogue_item i on i.id = r.input_id
left join data_version v on v.version = r.version_until and v.version <= $1
where r.version_from <= $2
order by r.id
