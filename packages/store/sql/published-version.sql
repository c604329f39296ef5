-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select p.version as number,
  to_char(d.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
from published_pointer p
left join data_version d on d.version = p.version
