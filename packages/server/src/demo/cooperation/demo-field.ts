import type { ConceptGoal, ConceptLinks, ConceptTarget, FieldOfAction } from '@kreisweit/domain';
import { type ActionRow, demoAction } from './demo-action.ts';
import type { DemoDays } from './demo-days.ts';
import { localised } from './localised.ts';

/**
 * What a goal is measured by: at least (or at most) a value of an indicator of the whole district by a year (years from today). The places are real: a
 * target is one that nobody there would have to be ashamed of.
 */
export type TargetRow = readonly [
  indicator: string,
  bound: 'AT_LEAST' | 'AT_MOST',
  value: number,
  year: number,
];

/** A goal as it is typed in. Its targets are numbered. */
export type GoalRow = Partial<ConceptLinks> & {
  readonly key: string;
  readonly title: readonly [de: string, en: string];
  readonly targets?: readonly TargetRow[];
  readonly actions: readonly ActionRow[];
};

/** A field of action as it is typed in. */
export type FieldRow = {
  readonly key: string;
  readonly title: readonly [de: string, en: string];
  readonly goals: readonly GoalRow[];
};

/** The field of action of a row. */
export function demoField(days: DemoDays, { key, title: [de, en], goals }: FieldRow): FieldOfAction {
  return { key, title: localised(de, en), goals: goals.map((goal) => demoGoal(days, goal)) };
}

function demoGoal(days: DemoDays, row: GoalRow): ConceptGoal {
  const { key, title, targets = [], actions, recommendations = [], tasks = [] } = row;
  return {
    key,
    title: localised(...title),
    recommendations,
    tasks,
    targets: targets.map(
      ([indicator, bound, value, year], index): ConceptTarget => ({
        key: `${key}-${index + 1}`,
        indicator,
        breakdown: {},
        value,
        direction: bound === 'AT_LEAST' ? 'higherIsBetter' : 'lowerIsBetter',
        period: days.year(year),
      }),
    ),
    actions: actions.map((action) => demoAction(days, action)),
  };
}
