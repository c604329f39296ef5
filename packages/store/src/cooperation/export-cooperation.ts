import { InputProblems, parseTerritoryKey } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { publishedVersion } from '../read/published-version.ts';
import { territoriesByKey } from '../read/territories-by-key.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import { recordReaders } from './record-readers.ts';

/**
 * All records of one kind of a district (its key), as `importCooperation` takes them: drafts and what is internal too, so that it is for those who may read that. Throws
 * InputProblems where there is no such district.
 */
export async function exportCooperation<Kind extends CooperationKind>(
  db: Kysely<StoreSchema>,
  { kind, district }: { readonly kind: Kind; readonly district: string },
): Promise<readonly CooperationRecords[Kind][]> {
  const named = parseTerritoryKey(district);
  const asOf = (await publishedVersion(db)).number;
  const [found] =
    named === null ? [] : await territoriesByKey(db, { asOf, territories: [{ ...named, on: null }] });
  if (found?.kind === 'district') return await recordReaders[kind](db, found.key);
  const message = `there is no district ${district}: write its five digits`;
  throw new InputProblems('nothing is exported', [{ field: 'district', rule: 'UNKNOWN', message }]);
}
