import { type BoundaryHistory, isKnown, type Sources } from './boundary-history.ts';
import type { BoundaryKnowledge, Transfer } from './boundary-knowledge.ts';
import { isAll, isNone, type Shares } from './shares.ts';

/**
 * A day (ISO) on which the boundaries of a territory moved, as far as is known: the day that a list of changes names, or
 * the first that shows it. `movesPopulation`: inhabitants came or went with it, or nobody knows.
 */
export type Reform = { readonly key: string; readonly day: string; readonly movesPopulation: boolean };

/** What a territory of a day on which boundaries are known consists of in those of the known day before. */
export type BoundaryChange = {
  readonly key: string;
  readonly day: string;
  readonly sources: Sources;
  /** The territory existed before. */
  readonly wasLive: boolean;
};

/** All territories that may have changed between a state and the next: the work that reforms are told from. */
export function boundaryChanges(
  knowledge: BoundaryKnowledge,
  history: BoundaryHistory,
): readonly BoundaryChange[] {
  return history.states.slice(1).flatMap((day, before) => {
    const candidates = new Set(candidatesBetween(knowledge, history.states[before] ?? '', day));
    return [...candidates]
      .filter((key) => history.isLive(key, before + 1))
      .map((key) => ({
        key,
        day,
        sources: history.sourcesOf(key, before, before + 1),
        wasLive: history.isLive(key, before),
      }));
  });
}

/** The reforms of municipalities that existed before and after. */
export function reformsOfMunicipalities(changes: readonly BoundaryChange[]): readonly Reform[] {
  return changes.flatMap(({ key, day, sources, wasLive }) => {
    const isSame = isKnown(sources) && sources.length === 1 && isWhole(key, sources[0], 'area');
    if (!wasLive || isSame) return [];
    return { key, day, movesPopulation: !isKnown(sources) || movesPopulation(key, sources) };
  });
}

/** The reforms of districts: municipalities, or parts of them, went from one to another. */
export function reformsOfDistricts(changes: readonly BoundaryChange[]): readonly Reform[] {
  const reforms = new Map<string, Reform>();
  for (const { key, day, sources } of changes) {
    const [from, to] = isKnown(sources)
      ? [sources.map(({ source }) => source), [key]]
      : [sources.there, sources.here];
    const districts = new Set([...from, ...to].map((municipality) => municipality.slice(0, 5)));
    if (districts.size < 2) continue;
    const movesPopulation =
      !isKnown(sources) ||
      sources.some(
        ({ source, shares }) => source.slice(0, 5) !== key.slice(0, 5) && !isNone(shares.population),
      );
    for (const district of districts) {
      const known = reforms.get(`${district} ${day}`)?.movesPopulation ?? false;
      reforms.set(`${district} ${day}`, { key: district, day, movesPopulation: known || movesPopulation });
    }
  }
  return [...reforms.values()];
}

/** The territories of which a source says anything else for `day` than for the day before it. */
function candidatesBetween(
  { crosswalks, changeLists }: BoundaryKnowledge,
  before: string,
  day: string,
): readonly string[] {
  const listed = changeLists.flatMap(({ steps }) => steps.filter(({ on }) => on === day));
  const fromCrosswalks = crosswalks.flatMap(({ days, on, transfers }) => {
    const then = transfers.filter(({ from, until }) => from <= before && until >= before);
    if (on === day && days.includes(before)) {
      return then
        .filter(({ source, target, shares }) => source !== target || !isAll(shares.area))
        .map(targetOf);
    }
    if (!days.includes(before) || !days.includes(day)) return [];
    const now = transfers.filter(({ from, until }) => from <= day && until >= day);
    return relativesOf(then, now);
  });
  return [...listed.map(targetOf), ...fromCrosswalks];
}

function targetOf({ target }: { readonly target: string }): string {
  return target;
}

/** The sources of the later day that share a target with one whose targets changed. */
function relativesOf(then: readonly Transfer[], now: readonly Transfer[]): readonly string[] {
  const nameOf = ({ source, target, shares }: Transfer): string =>
    `${source} ${target} ${shares.area?.toFixed(3)}`;
  // One transfer stands for a run of days: nearly all of them are the same on both.
  const [isThen, isNow] = [new Set(then), new Set(now)];
  const ended = then.filter((transfer) => !isNow.has(transfer));
  const begun = now.filter((transfer) => !isThen.has(transfer));
  const [namesEnded, namesBegun] = [new Set(ended.map(nameOf)), new Set(begun.map(nameOf))];
  const targets = new Set(
    [
      ...ended.filter((transfer) => !namesBegun.has(nameOf(transfer))),
      ...begun.filter((transfer) => !namesEnded.has(nameOf(transfer))),
    ].map(targetOf),
  );
  return now.filter(({ target }) => targets.has(target)).map(({ source }) => source);
}

function movesPopulation(
  key: string,
  sources: readonly { readonly source: string; readonly shares: Shares }[],
) {
  return !sources.every((source) =>
    source.source === key ? isWhole(key, source, 'population') : isNone(source.shares.population),
  );
}

function isWhole(
  key: string,
  source: { readonly source: string; readonly shares: Shares } | undefined,
  by: 'area' | 'population',
): boolean {
  return source?.source === key && isAll(source.shares[by]);
}
