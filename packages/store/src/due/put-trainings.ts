import {
  InputProblems,
  isDay,
  parseTerritoryKey,
  shortDistrictKey,
  type Training,
  trainingProblems,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { districtParts } from '../read/district-parts.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';
import { putRecords, type RecordKind } from './put-records.ts';
import { trainingSource } from './record-source.ts';
import type { Given, Put } from './revised.ts';

/**
 * Puts trainings, without asking who may and without the audit trail: for those who do both. `today` (ISO) is the day of the record. Throws InputProblems
 * (`trainings.0.day`) and RevisionConflict, with nothing written.
 */
export async function putTrainings(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { given, today }: { readonly given: readonly Given<Training>[]; readonly today: string },
): Promise<readonly Put<Training>[]> {
  const trainings = given.map(({ value }) => withShortKeys(value));
  const territories = await territoriesOf(trx, trainings, today);
  const organisers = [...new Set(trainings.flatMap(({ organiser }) => organiser ?? []))];
  const actors = new Map(
    (await rows<KnownActor>(ACTORS, [organisers])).map((actor) => [actor.key, actor.now]),
  );
  const problems = trainingProblems(
    trainings,
    {
      districts: new Set(territories.keys()),
      territories: (district) => territories.get(district) ?? new Set(),
      actors: new Set(actors.keys()),
    },
    today,
  );
  if (problems.length > 0) throw new InputProblems('the trainings are not saved', problems);
  const now = trainings.map((training, index) => {
    const { organiser } = training;
    // Under the key of the actor that is left, as it is read: else what is the same would look different.
    const left = organiser === null ? null : (actors.get(organiser) ?? organiser);
    return {
      value: { ...training, organiser: left },
      expectedRevision: given[index]?.expectedRevision ?? null,
    };
  });
  return putRecords(rows, trx, TRAININGS, now);
}

function withShortKeys(training: Training): Training {
  const { district, territory } = training;
  return {
    ...training,
    district: shortDistrictKey(district),
    territory: parseTerritoryKey(shortDistrictKey(territory))?.key ?? territory,
  };
}

/** An actor that is named, and the one that it is now: another one where it was merged. */
type KnownActor = { readonly key: string; readonly now: string };

const ACTORS = 'select key, coalesce(merged_into, key) as now from actor where key = any($1)';

/** What lies in each district on the days of its trainings, itself included; without the districts that nobody knows. */
async function territoriesOf(
  trx: Kysely<StoreSchema>,
  trainings: readonly Training[],
  today: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const asked = new Map(
    trainings.map(({ district, day }) => {
      const known = isDay(day) ? day : today;
      return [`${district} ${known}`, { district, day: known }];
    }),
  );
  const districts = [...asked.values()];
  const { number: asOf } = await publishedVersion(trx);
  const parts = await districtParts(trx, { asOf, districts });
  const territories = new Map<string, Set<string>>();
  for (const [index, { district }] of districts.entries()) {
    const keys = (parts[index] ?? []).flatMap(({ key, sameAs }) => (sameAs === null ? [key] : [key, sameAs]));
    if (keys.length > 0) {
      territories.set(district, new Set([...(territories.get(district) ?? []), ...keys]));
    }
  }
  return territories;
}

const TRAININGS: RecordKind<Training> = {
  kind: 'training',
  source: trainingSource,
  write: `
insert into training as l (
  district_key, key, revision, title_de, title_en, day, territory_key, organiser_key, audience, state, link
)
select w.district, w.key, w.expected + 1, w.title ->> 'de', w.title ->> 'en', w.day, w.territory, w.organiser, w.audience, w.state, w.link
from json_to_recordset($1::json) as w (
  district text, key text, expected int, title json, day date, territory text, organiser text, audience text, state text, link text
)
order by w.district, w.key
on conflict (district_key, key) do update
  set revision = excluded.revision, title_de = excluded.title_de, title_en = excluded.title_en, day = excluded.day,
    territory_key = excluded.territory_key, organiser_key = excluded.organiser_key, audience = excluded.audience,
    state = excluded.state, link = excluded.link
  where l.revision = excluded.revision - 1
returning l.district_key as district, l.key`,
};
