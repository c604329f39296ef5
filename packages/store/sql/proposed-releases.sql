-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select p.id as proposed,
  case when r.id is not null then 'published' when p.rejected_at is not null then 'rejected' else 'proposed' end as state,
  p.input, p.kind, p.source, p.title, p.institute, p.file, p.checksum,
  to_char(p.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt",
  p.preview, r.id as release, r.version_from as "dataVersion",
  to_char(p.rejected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "rejectedAt", p.reason
from proposed_release p
left join release r on r.proposed_release_id = p.id and r.version_from <= (select version from published_pointer)
where ($1::int is null or p.id = $2)
  and ($3::int[] is null or p.id = any($4))
order by p.id
