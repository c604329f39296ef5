-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select coalesce(max(d.version), 0) as version,
  $1::timestamptz > now() + interval '1 minute' as to_come
from data_version d
where d.state = 'published' and d.version <= (select version from published_pointer) and date_trunc('second', d.published_at) <= $2::timestamptz
