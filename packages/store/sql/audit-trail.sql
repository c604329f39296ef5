-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select total, page.*
from (
  select count(*)::int as total from audit_entry e
  where ($1::text[] is null or e.districts && $2::text[])
    and ($3::text is null or e.districts @> array[$4::text])
    and ($5::timestamptz is null or e.at >= $6::timestamptz)
    and ($7::timestamptz is null or e.at < $8::timestamptz)
    and ($9::text is null or starts_with(e.what, $10::text))
    and ($11::text is null or e.subject_kind = $12::text)
    and ($13::text is null or e.subject_key = $14::text)
) counted
left join lateral (
  select 
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '/' || e.id as key,
    e.id, e.at, e.identity, e.name, e.role, e.what,
    json_build_object('kind', e.subject_kind, 'key', e.subject_key) as subject,
    e.districts, e.before, e.after, e.request_id as "requestId", e.data_version as "dataVersion"
  from audit_entry e
  where ($15::text[] is null or e.districts && $16::text[])
    and ($17::text is null or e.districts @> array[$18::text])
    and ($19::timestamptz is null or e.at >= $20::timestamptz)
    and ($21::timestamptz is null or e.at < $22::timestamptz)
    and ($23::text is null or starts_with(e.what, $24::text))
    and ($25::text is null or e.subject_kind = $26::text)
    and ($27::text is null or e.subject_key = $28::text)
    and ($29::timestamptz is null or (e.at, e.id) < ($30::timestamptz, $31::uuid))
  order by e.at desc, e.id desc
  limit $32
) page on true
order by page.at desc, page.id desc
