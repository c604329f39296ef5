import { type DeliveryDeadline, deadlineProblems, InputProblems, shortDistrictKey } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { putRecords, type RecordKind } from './put-records.ts';
import { deadlineSource } from './record-source.ts';
import type { Given, Put } from './revised.ts';

/**
 * Puts delivery deadlines, without asking who may and without the audit trail: for those who do both. Throws InputProblems (`deadlines.0.dueOn`)
 * and RevisionConflict, with nothing written.
 */
export async function putDeadlines(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  given: readonly Given<DeliveryDeadline>[],
): Promise<readonly Put<DeliveryDeadline>[]> {
  const short = given.map(({ value, expectedRevision }) => ({
    value: { ...value, district: shortDistrictKey(value.district) },
    expectedRevision,
  }));
  const deadlines = short.map(({ value }) => value);
  const [known] = await rows<Known>(KNOWN, [deadlines.map(({ district }) => district)]);
  const problems = deadlineProblems(deadlines, {
    districts: new Set(known?.districts),
    plugins: new Set(known?.plugins),
  });
  if (problems.length > 0) throw new InputProblems('the deadlines are not saved', problems);
  return putRecords(rows, trx, DEADLINES, short);
}

type Known = { readonly districts: readonly string[]; readonly plugins: readonly string[] };

const KNOWN = `
select array(select t.key from territory t where t.kind = 'district' and t.key = any($1)) as districts,
  array(select c.key from catalogue_item c where c.kind = 'plugin') as plugins`;

const DEADLINES: RecordKind<DeliveryDeadline> = {
  kind: 'delivery deadline',
  source: deadlineSource,
  write: `
insert into delivery_deadline as l (
  district_key, key, revision, plugin, period, asked_of, title_de, title_en, due_on, ended_on
)
select w.district, w.key, w.expected + 1, w.plugin, w.period, w."askedOf", w.title ->> 'de', w.title ->> 'en', w."dueOn", w."endedOn"
from json_to_recordset($1::json) as w (
  district text, key text, expected int, plugin text, period text, "askedOf" text, title json, "dueOn" date, "endedOn" date
)
order by w.district, w.key
on conflict (district_key, key) do update
  set revision = excluded.revision, plugin = excluded.plugin, period = excluded.period, asked_of = excluded.asked_of,
    title_de = excluded.title_de, title_en = excluded.title_en, due_on = excluded.due_on, ended_on = excluded.ended_on
  where l.revision = excluded.revision - 1
returning l.district_key as district, l.key`,
};
