import type { LocalisedText } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { trueAt } from './true-at.ts';

/**
 * Which measure of a subject a district uses for a purpose. `territoryId` is its internal id, `district` its key;
 * `subject` and `measure` are keys, `since` is ISO, `source` who declared it.
 */
export type SubjectAgreement = {
  readonly territoryId: number;
  readonly district: string;
  readonly subject: string;
  readonly measure: string;
  readonly purpose: LocalisedText;
  readonly since: string;
  readonly decidedBy: string;
  readonly source: string;
};

/** The agreements of some districts (internal ids) and about some subjects (keys), by district, subject and day. */
export async function subjectAgreements(
  db: Kysely<StoreSchema>,
  {
    asOf,
    territoryIds,
    subjects,
  }: {
    readonly asOf: number;
    readonly territoryIds: readonly number[];
    readonly subjects: readonly string[];
  },
): Promise<readonly SubjectAgreement[]> {
  const { rows } = await sql<SubjectAgreement>`
    select a.territory_id as "territoryId", t.key as district, a.subject, a.measure,
      json_build_object('de', a.purpose_de, 'en', a.purpose_en) as purpose, a.since::text as since,
      a.decided_by as "decidedBy", a.source
    from subject_agreement a
    join territory t on t.id = a.territory_id
    where (a.territory_id = any(${territoryIds}::int[]) or a.subject = any(${subjects}::text[])) and ${trueAt('a', asOf)}
    order by t.key, a.subject, a.since, a.purpose_de, a.source`.execute(db);
  return rows;
}
