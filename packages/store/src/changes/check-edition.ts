import { InputProblems } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';
import { type ReplacedEdition, smallerProblem } from './replaced-edition.ts';

/**
 * Compares a source that was just entered with the edition that it replaces, and a crosswalk with the register of the
 * day that it leads to. Answers what was replaced; null for nothing.
 *
 * Throws InputProblems when the source looks cut off, unless `smaller` says that it is right.
 */
export async function checkEdition(
  writer: Writer,
  sourceId: number,
  smaller: boolean,
): Promise<ReplacedEdition | null> {
  const [now, before] = await writer.rows<Edition>(EDITIONS, [sourceId]);
  if (now === undefined) throw new Error(`there is no source of changes ${sourceId}`);
  const replaced = before === undefined ? null : { file: before.file, before: before.rows, now: now.rows };
  if (smaller) return replaced;
  const lacking = await writer.rows<Lacking>(LACKING, [sourceId]);
  const tooSmall = replaced === null ? null : smallerProblem(replaced, 'rows');
  const messages = [...(tooSmall === null ? [] : [tooSmall]), ...lacking.map(lackingText)];
  if (messages.length === 0) return replaced;
  throw new InputProblems(
    `${now.file} is refused`,
    messages.map((message) => ({ file: now.file, message })),
  );
}

type Edition = { readonly file: string; readonly rows: number };

/**
 * The source and what it replaced, with the rows of their files: a link stands for one row on each of its days, and what
 * is derived for districts stands in no row.
 */
const EDITIONS = `
select s.file, (
    (select count(*) from territory_change c where c.change_source_id = s.id) + (
      select count(*)
      from territory_link l
      join territory t on t.id = l.source_id and t.kind = s.territory_kind
      join unnest(s.source_days) d (day) on d.day between l.source_from and l.source_until
      where l.change_source_id = s.id
    )
  )::int as rows
from change_source n
join change_source s on s.id = n.id or (s.version_until = n.version_from and s.demo = n.demo)
where n.id = $1
order by s.id = n.id desc`;

type Lacking = {
  readonly kind: 'municipality' | 'district';
  readonly file: string;
  readonly day: string;
  readonly registered: number;
  readonly lacking: number;
  readonly some: readonly string[];
};

/** Of the register of the day that a crosswalk leads to: what lives there and is no target, where it is more than 1 %. */
const LACKING = `
with registered as (
  select s.territory_kind as kind, r.file, r.territory_date, t.key, not exists (
      select from territory_link l where l.change_source_id = s.id and l.target_id = t.id
    ) as is_lacking
  from change_source s
  join register r on r.territory_date = s.target_on and r.version_until is null
  join register_entry e on e.register_id = r.id and e.inhabited
  join territory t on t.id = e.territory_id and t.kind = s.territory_kind
  where s.id = $1
)
select kind, file, territory_date::text as day, count(*)::int as registered,
  (count(*) filter (where is_lacking))::int as lacking,
  (array_agg(key order by key) filter (where is_lacking))[1:3] as some
from registered
group by kind, file, territory_date
having count(*) filter (where is_lacking) * 100 > count(*)`;

function lackingText({ kind, file, day, registered, lacking, some }: Lacking): string {
  const what = kind === 'district' ? 'districts' : 'inhabited municipalities';
  const more = lacking > some.length ? ' and more' : '';
  return (
    `no link leads to ${lacking} of the ${registered} ${what} of the register of ${day} (${file}): ` +
    `${some.join(', ')}${more}; it is probably cut off, fetch it again; if it is right, --smaller takes it`
  );
}
