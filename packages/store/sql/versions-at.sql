-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select position::int,
    case
      when length(text) = 10 then (text::date + 1)::timestamp at time zone 'Europe/Berlin'
      when text like '%.000Z' then text::timestamptz + interval '1 second'
      else text::timestamptz + interval '1 microsecond'
    end as until,
    case
      when length(text) = 10 then text::date > (now() at time zone 'Europe/Berlin')::date
      else text::timestamptz > now() + interval '1 minute'
    end as to_come
  from unnest($1::text[]) with ordinality as w (text, position)
)
select w.position, case when not w.to_come then coalesce(max(d.version), 0) end as version
from wanted w
left join data_version d on d.state = 'published' and d.published_at < w.until
  and d.version <= (select version from published_pointer)
group by w.position, w.to_come
order by w.position
