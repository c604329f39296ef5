-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select coalesce(max(d.version), 0) as version,
  $1::date > (now() at time zone 'Europe/Berlin')::date as to_come
from data_version d
where d.state = 'published' and d.version <= (select version from published_pointer) and (d.published_at at time zone 'Europe/Berlin')::date <= $2::date
