import type { Kysely } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { alteredTerritories } from './altered-territories.ts';
import { crosswalkContradictions } from './crosswalk-contradictions.ts';
import { listContradictions } from './list-contradictions.ts';
import { listCrosswalkDifferences } from './list-crosswalk-differences.ts';
import { oneSidedTerritories } from './one-sided-territories.ts';
import { findingKinds, type TimelineFinding } from './timeline-finding.ts';

/**
 * Everything that does not fit together among the registers, lists of changes and crosswalks of a data version, by kind.
 * Nothing is corrected or left out: people decide what is right.
 */
export async function timelineFindings(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const found = [
    ...(await oneSidedTerritories(db, asOf, 'VANISHED')),
    ...(await oneSidedTerritories(db, asOf, 'APPEARED')),
  ];
  for (const find of [
    alteredTerritories,
    listContradictions,
    crosswalkContradictions,
    listCrosswalkDifferences,
  ]) {
    found.push(...(await find(db, asOf)));
  }
  const place = (finding: TimelineFinding) => findingKinds.indexOf(finding.kind);
  return found.sort((one, other) => place(one) - place(other));
}
