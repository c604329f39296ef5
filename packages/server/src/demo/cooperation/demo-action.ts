import type { ActionStatus, ConceptAction, ConceptLinks } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { localised } from './localised.ts';

/** How far an action is: from the first day of a month until the last of another, in months from today; no end is null. */
export type ActionState = {
  readonly status: ActionStatus;
  readonly from: number;
  readonly until: number | null;
  /** When it was done, in months from today; null where nobody knows. */
  readonly done?: number | null;
  readonly reason?: string;
};

/** An action as it is typed in. */
export type ActionRow = readonly [
  key: string,
  de: string,
  en: string,
  actors: readonly string[],
  state: ActionState,
  links?: Partial<ConceptLinks>,
];

export function planned(from: number, until: number | null): ActionState {
  return { status: 'PLANNED', from, until };
}

export function running(from: number, until: number | null): ActionState {
  return { status: 'RUNNING', from, until };
}

export function done(from: number, until: number | null, on: number | null): ActionState {
  return { status: 'DONE', from, until, done: on };
}

export function stopped(from: number, until: number, reason: string): ActionState {
  return { status: 'STOPPED', from, until, reason };
}

/** The action of a row. */
export function demoAction(
  days: DemoDays,
  [key, de, en, actors, state, links = {}]: ActionRow,
): ConceptAction {
  const { status, from, until, done: on = null, reason = null } = state;
  return {
    key,
    title: localised(de, en),
    actors,
    status,
    from: days.start(from),
    until: until === null ? null : days.end(until),
    doneOn: on === null ? null : days.at(on),
    reason,
    recommendations: links.recommendations ?? [],
    tasks: links.tasks ?? [],
  };
}
