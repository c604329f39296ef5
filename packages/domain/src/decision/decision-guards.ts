import { draftGuards } from './draft-guards.ts';
import { endGuards } from './end-guards.ts';
import { partyGuards } from './party-guards.ts';
import { periodGuards } from './period-guards.ts';
import { populationGuards } from './population-guards.ts';
import { positionDayGuards } from './position-day-guards.ts';
import { positionGuards } from './position-guards.ts';
import { ruleGuards } from './rule-guards.ts';

/**
 * Everything that must hold for an event beside the state, by name. The table of transitions says which of it an event must pass. A guard
 * passes an event that has nothing to do with it.
 */
export const decisionGuards = Object.freeze({
  ...draftGuards,
  ...partyGuards,
  ...ruleGuards,
  ...periodGuards,
  ...populationGuards,
  ...positionGuards,
  ...positionDayGuards,
  ...endGuards,
});

export type GuardName = keyof typeof decisionGuards;
