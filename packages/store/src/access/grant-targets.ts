import { type Grant, parseTerritoryKey, type Target } from '@kreisweit/domain';
import type { About } from './about.ts';
import type { Rows } from './rows.ts';
import { targetsOf } from './targets-of.ts';

/** What grants are held for, in their order: who may give them is asked about that. */
export async function grantTargets(rows: Rows, grants: readonly Grant[]): Promise<readonly Target[]> {
  const targets = await targetsOf(rows, grants.map(aboutOf));
  // A territory is about no plug-in by itself, although the grant is.
  return targets.map((target, index) => ({ ...target, plugin: grants[index]?.plugin ?? null }));
}

function aboutOf({ territory, actor, plugin }: Grant): About {
  if (territory !== null) return { kind: 'territory', key: territory };
  if (actor !== null) return { kind: 'actor', key: actor };
  return plugin === null ? { kind: 'everything' } : { kind: 'plugin', plugin };
}

/**
 * The keys of the districts to which all of these targets are confined, in order; empty when one of them reaches further, or is about no
 * certain place. So whoever has all of these districts has everything that the grants are for.
 */
export function confiningDistricts(targets: readonly Target[]): readonly string[] {
  const ofPlaces = targets.flatMap(({ places }) => (places.length === 0 ? [[]] : places.map(districtsOf)));
  if (ofPlaces.some((districts) => districts.length === 0)) return [];
  return [...new Set(ofPlaces.flat())].toSorted();
}

function districtsOf({ within }: Target['places'][number]): readonly string[] {
  return within.filter((key) => parseTerritoryKey(key)?.kind === 'district');
}
