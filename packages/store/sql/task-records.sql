-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int,
  coalesce((
    select json_agg(json_build_object(
      'key', t.key,
      'title', json_build_object('de', t.title_de, 'en', t.title_en),
      'description', json_build_object('de', t.description_de, 'en', t.description_en),
      'obligation', t.obligation, 'level', t.level,
      'stateLaw', case when t.state_law_de is not null then json_build_object('de', t.state_law_de, 'en', t.state_law_en) end,
      'district', t.district_key, 'revision', t.revision
    ) order by t.key)
    from district_task t where t.district_key = w.key
  ), '[]') as own,
  coalesce((
    select json_agg(json_build_object(
      'district', o.district_key, 'task', o.task_key, 'obligation', o.obligation, 'level', o.level,
      'reason', json_build_object('de', o.reason_de, 'en', o.reason_en), 'revision', o.revision
    ) order by o.task_key)
    from task_override o where o.district_key = w.key
  ), '[]') as overrides
from unnest($1::text[]) with ordinality as w (key, position)
