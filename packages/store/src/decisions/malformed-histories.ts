import { isDay, type Problem } from '@kreisweit/domain';
import { addressText, type DecisionAddress } from './decision-address.ts';
import type { DecisionHistory } from './decision-history.ts';

const LARGEST_ROUND = 10_000;

/**
 * What is wrong with histories before they are told: a round that is none, one that is given twice, and entries whose days or revisions do not rise, or
 * that have not happened by today. `field` is the path in the list, `decisions.0.entries.3.on`.
 */
export function malformedHistories(histories: readonly DecisionHistory[], today: string): readonly Problem[] {
  const first = new Map<string, number>();
  return histories.flatMap((history, index) => {
    const path = `decisions.${index}`;
    const problems = [...roundProblems(history, path), ...entryProblems(history, path, today)];
    const earlier = first.get(addressText(history));
    first.set(addressText(history), earlier ?? index);
    if (earlier === undefined) return problems;
    const message = `${addressText(history)} is already decisions.${earlier}: leave one of them out`;
    return [...problems, { field: `${path}.key`, rule: 'DUPLICATE', message }];
  });
}

function roundProblems({ round }: DecisionAddress, path: string): readonly Problem[] {
  if (Number.isInteger(round) && round >= 1 && round < LARGEST_ROUND) return [];
  const message = `${round} is no round: count from 1`;
  return [{ field: `${path}.round`, rule: 'ROUND_FOLLOWS', message }];
}

function entryProblems({ entries }: DecisionHistory, path: string, today: string): readonly Problem[] {
  return entries.flatMap(({ on, revision }, at) => {
    const field = `${path}.entries.${at}`;
    const problems: Problem[] = [];
    const before = entries[at - 1]?.on;
    if (revision !== at + 1) {
      const message = `it is revision ${at + 1} of its history, not ${revision}: entries stand in their order, without gaps`;
      problems.push({ field: `${field}.revision`, rule: 'ORDER', message });
    }
    if (!isDay(on)) {
      problems.push({
        field: `${field}.on`,
        rule: 'FORM',
        message: `"${on}" is no day: write it as 2026-02-28`,
      });
    } else if (on > today) {
      const message = `${on} is after today, ${today}: a history holds what has happened`;
      problems.push({ field: `${field}.on`, rule: 'ORDER', message });
    } else if (before !== undefined && isDay(before) && on < before) {
      const message = `${on} is before ${before}, the day of the entry before it`;
      problems.push({ field: `${field}.on`, rule: 'ORDER', message });
    }
    return problems;
  });
}
