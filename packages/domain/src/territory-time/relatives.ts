import { isNone, isSameArea, type Shares, WHOLE } from './shares.ts';
import { isKnown, NOTHING_KNOWN, type SourceShare, type Sources } from './sources.ts';
import { backwards, type Edge, follow, forwards, type Step } from './way.ts';

/**
 * What a territory of one state is in another, seen from a later state to which ways lead from both: `there` from the
 * state whose territories are asked for, `here` from that of the territory. Where land on which nobody lived (or worked)
 * is all that joins it to others, its inhabitants (and employees) are known, though its area is not.
 */
export function relatives(target: string, there: readonly Edge[], here: readonly Edge[]): Sources {
  const whole = relation(target, there, here, () => false);
  if (isKnown(whole) || whole.gap === 'NO_CHANGES_KNOWN') return whole;
  for (const { isEmpty, shares } of EMPTY_LAND) {
    const people = relation(target, there, here, isEmpty);
    if (isKnown(people)) return people.map(({ source }) => ({ source, shares }));
  }
  return whole;
}

/** Which transfers carry nobody, and the share of a territory that is known where they are passed over. */
const EMPTY_LAND: readonly { readonly isEmpty: (shares: Shares) => boolean; readonly shares: Shares }[] = [
  {
    isEmpty: ({ population, employment }) => isNone(population) && isNone(employment),
    shares: Object.freeze({ population: 1, area: null, employment: 1 }),
  },
  {
    isEmpty: ({ population }) => isNone(population),
    shares: Object.freeze({ population: 1, area: null, employment: null }),
  },
];

/** Puts the territories together that became the same as `target`; the transfers that are `empty` join nothing. */
function relation(
  target: string,
  there: readonly Edge[],
  here: readonly Edge[],
  isEmpty: (shares: Shares) => boolean,
): Sources {
  const filled = (steps: readonly Step[]): Step =>
    remembered((key) => (follow(key, steps) ?? []).filter(({ shares }) => !isEmpty(shares)));
  const [forthThere, forthHere] = [filled(forwards(there)), filled(forwards(here))];
  const [backThere, backHere] = [filled(backwards(there)), filled(backwards(here))];

  const later = new Set<string>();
  const [keysHere, keysThere] = [new Set([target]), new Set<string>()];
  let open = new Set(forthHere(target).map(({ source }) => source));
  while (open.size > 0) {
    const reached: SourceShare[] = [];
    for (const key of open) {
      later.add(key);
      const [fromHere, fromThere] = [backHere(key), backThere(key)];
      // Where something came from nowhere, nobody knows what else did.
      if (fromHere.length === 0 || fromThere.length === 0) return NOTHING_KNOWN;
      for (const { source } of fromHere) if (isNew(keysHere, source)) reached.push(...forthHere(source));
      for (const { source } of fromThere) if (isNew(keysThere, source)) reached.push(...forthThere(source));
    }
    open = new Set(reached.map(({ source }) => source).filter((key) => !later.has(key)));
  }

  if (keysThere.size === 0) return NOTHING_KNOWN;
  if (keysHere.size === 1) return [...keysThere].map((source) => ({ source, shares: WHOLE }));
  const isAsBefore = (key: string): boolean =>
    keysThere.has(key) && isSameFate(forthHere(key), forthThere(key));
  if (keysHere.size === keysThere.size && [...keysHere].every(isAsBefore)) {
    return [{ source: target, shares: WHOLE }];
  }
  return {
    gap: keysThere.size === 1 ? 'MERGED_SINCE' : 'AMBIGUOUS',
    here: [...keysHere],
    there: [...keysThere],
  };
}

/** Adds a key to a set; false where it was there already. */
function isNew(keys: Set<string>, key: string): boolean {
  const { size } = keys;
  return keys.add(key).size > size;
}

function remembered(step: Step): Step {
  const known = new Map<string, readonly SourceShare[]>();
  return (key) => {
    const found = known.get(key) ?? step(key);
    known.set(key, found);
    return found;
  };
}

function isSameFate(one: readonly SourceShare[], other: readonly SourceShare[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ source, shares }) =>
      other.some((candidate) => candidate.source === source && isSameArea(candidate.shares, shares)),
    )
  );
}
