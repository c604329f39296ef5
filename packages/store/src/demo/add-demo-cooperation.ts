import { actingOperator } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { type CooperationRecords, cooperationKinds } from '../cooperation/cooperation-records.ts';
import type { ImportContext } from '../cooperation/record-writer.ts';
import { recordWriters } from '../cooperation/record-writers.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { DemoKind, DemoRecords } from './demo-records.ts';
import { districtsWithCooperation } from './districts-with-cooperation.ts';
import { withdrawDemoActors } from './withdraw-demo-actors.ts';

/**
 * Adds the records of cooperation of a demo, in one transaction, and marks them as such, so that `withdrawDemoCooperation` finds them. A district of which anything is
 * recorded already keeps that and gets nothing. Where the demo gave way to real data while it was being loaded nothing is added, and its actors
 * are removed again. They are checked as those of a file are; `today` (ISO) is the day of the record. Throws
 * InputProblems.
 */
export async function addDemoCooperation(
  store: Store,
  demo: DemoRecords,
  { today = todayInGermany() }: { readonly today?: string } = {},
): Promise<void> {
  await inTransaction<StoreSchema, void>(store.database, async ({ client, kysely: trx }) => {
    const rows: Rows = async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
    // Who loads the same demo at the same time waits, and then finds it there; so does who withdraws it.
    await rows('lock table demo_record in exclusive mode');
    if ((await rows(GAVE_WAY)).length > 0) {
      await withdrawDemoActors(rows);
      return;
    }
    const context = { rows, trx, acting: actingOperator, today };
    const settled = new Set(await districtsWithCooperation(trx));
    const added: Mark[] = [];
    for (const kind of cooperationKinds) {
      if (kind !== 'actors' && kind !== 'positions')
        added.push(...(await addKind(context, kind, demo, settled)));
    }
    if (added.length > 0) await rows(MARK, [JSON.stringify(added)]);
  });
}

type Mark = { readonly district: string; readonly kind: string; readonly key: string };

async function addKind<Kind extends DemoKind>(
  context: ImportContext,
  kind: Kind,
  demo: DemoRecords,
  settled: ReadonlySet<string>,
): Promise<readonly Mark[]> {
  const all: readonly CooperationRecords[Kind][] = demo[kind];
  const records = all.filter(({ district }) => !settled.has(district));
  if (records.length === 0) return [];
  await recordWriters[kind].write(context, records);
  const mark = MARKS[kind];
  if (mark === null) return [];
  return records.map((record) => ({ district: record.district, kind: mark.kind, key: mark.keyOf(record) }));
}

/** How records are found again; null for what goes with another one. */
const MARKS: {
  readonly [Kind in DemoKind]: {
    readonly kind: string;
    readonly keyOf: (record: CooperationRecords[Kind]) => string;
  } | null;
} = {
  tasks: { kind: 'task', keyOf: ({ key }) => key },
  overrides: { kind: 'override', keyOf: ({ task }) => task },
  assignments: { kind: 'assignment', keyOf: ({ key }) => key },
  decisions: { kind: 'decision', keyOf: ({ key }) => key },
  bodies: { kind: 'body', keyOf: ({ key }) => key },
  members: null,
  meetings: null,
  concept: { kind: 'concept', keyOf: ({ concept }) => concept },
  trainings: { kind: 'training', keyOf: ({ key }) => key },
  deadlines: { kind: 'deadline', keyOf: ({ key }) => key },
};

/** A register of the demo that is not in force any more, or one beside a real one. */
const GAVE_WAY = `
select d.id
from register d
where d.demo and (
  d.version_until is not null or exists (select from register r where not r.demo and r.version_until is null)
)
limit 1`;

/** Rounds of a decision and versions of a concept have one mark. */
const MARK = `
insert into demo_record (district_key, kind, key)
select distinct w.district, w.kind, w.key
from json_to_recordset($1::json) as w (district text, kind text, key text)
on conflict (district_key, kind, key) do nothing`;
