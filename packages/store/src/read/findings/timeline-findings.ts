import type { Kysely } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { alteredTerritories } from './altered-territories.ts';
import { appearedTerritories } from './appeared-territories.ts';
import { crosswalkContradictions } from './crosswalk-contradictions.ts';
import { listContradictions } from './list-contradictions.ts';
import { listCrosswalkDifferences } from './list-crosswalk-differences.ts';
import { findingKinds, type TimelineFinding } from './timeline-finding.ts';
import { vanishedTerritories } from './vanished-territories.ts';

/**
 * Everything that does not fit together among the registers, lists of changes and crosswalks of a data version, by kind.
 * Nothing is corrected or left out: people decide what is right.
 */
export async function timelineFindings(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const found: TimelineFinding[] = [];
  for (const find of [
    vanishedTerritories,
    appearedTerritories,
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
