import type { ConceptTarget } from '@kreisweit/domain';
import type { StoredAction, StoredConcept, StoredField, StoredGoal } from '@kreisweit/store';

/** A field of action with the version that it belongs to. */
export type FieldRow = { readonly concept: StoredConcept; readonly field: StoredField };

/** A goal with what it belongs to. */
export type GoalRow = FieldRow & { readonly goal: StoredGoal };

/** A target with what it belongs to. */
export type TargetRow = GoalRow & { readonly target: ConceptTarget };

/** An action with what it belongs to. */
export type ActionRow = GoalRow & { readonly action: StoredAction };

/** The fields of action of a version, in its order. */
export function fieldRows(concept: StoredConcept): readonly FieldRow[] {
  return concept.fields.map((field) => ({ concept, field }));
}

/** The goals of a field of action, in its order. */
export function goalRows({ concept, field }: FieldRow): readonly GoalRow[] {
  return field.goals.map((goal) => ({ concept, field, goal }));
}

/** The targets of a goal, in its order. */
export function targetRows({ goal, ...row }: GoalRow): readonly TargetRow[] {
  return goal.targets.map((target) => ({ ...row, goal, target }));
}

/** The actions of a goal, in its order. */
export function actionRows({ goal, ...row }: GoalRow): readonly ActionRow[] {
  return goal.actions.map((action) => ({ ...row, goal, action }));
}
