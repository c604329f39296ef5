import type { ConceptVersion } from './concept-version.ts';

/** A new draft with the content of a version, how far its actions are included. `number` is the number of the draft. */
export function copyAsDraft<Version extends ConceptVersion>(version: Version, number: number): Version {
  return { ...version, number, adoptedBy: null, adoptedRound: null, adoptedOn: null };
}
