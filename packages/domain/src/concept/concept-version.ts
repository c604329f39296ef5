import type { LocalisedText } from '../localised-text.ts';
import { isValidOn, type Validity } from '../task/validity.ts';
import type { ConceptAction } from './concept-action.ts';
import type { ConceptTarget } from './concept-target.ts';

/** What a part of the concept belongs to: keys of recommendations and of tasks. */
export type ConceptLinks = { readonly recommendations: readonly string[]; readonly tasks: readonly string[] };

/** A goal (Ziel): what it is measured by, and the actions that lead there. */
export type ConceptGoal = ConceptLinks & {
  readonly key: string;
  readonly title: LocalisedText;
  readonly targets: readonly ConceptTarget[];
  readonly actions: readonly ConceptAction[];
};

/** A field of action (Handlungsfeld) with its goals. */
export type FieldOfAction = {
  readonly key: string;
  readonly title: LocalisedText;
  readonly goals: readonly ConceptGoal[];
};

/**
 * A version of the common concept of a district and its municipalities (Integrations- und Teilhabekonzept). `number` counts from 1 within
 * `concept`, `district` is a key. `adoptedBy` and `adoptedRound` are the key and the round of the joint decision of the district that adopted it,
 * `adoptedOn` its day; all are null for a draft. `from` and `until` say when it is meant to be in force.
 */
export type ConceptVersion = Validity & {
  readonly concept: string;
  readonly district: string;
  readonly number: number;
  readonly title: LocalisedText;
  readonly adoptedBy: string | null;
  readonly adoptedRound: number | null;
  readonly adoptedOn: string | null;
  readonly fields: readonly FieldOfAction[];
};

/** The version in force on a day: of those adopted by then that are valid on it the one with the highest number; null where there is none. */
export function conceptOn(versions: readonly ConceptVersion[], on: string): ConceptVersion | null {
  return versions
    .filter(({ adoptedOn }) => adoptedOn !== null && adoptedOn <= on)
    .filter((version) => isValidOn(version, on))
    .reduce<ConceptVersion | null>(
      (latest, next) => (latest === null || next.number > latest.number ? next : latest),
      null,
    );
}

/** All actions of a version with their fields and goals, in its order. */
export function actionsOf({ fields }: ConceptVersion): readonly {
  readonly field: FieldOfAction;
  readonly goal: ConceptGoal;
  readonly action: ConceptAction;
}[] {
  return fields.flatMap((field) =>
    field.goals.flatMap((goal) => goal.actions.map((action) => ({ field, goal, action }))),
  );
}
