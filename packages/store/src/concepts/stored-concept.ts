import type { ConceptAction, ConceptGoal, ConceptVersion, FieldOfAction } from '@kreisweit/domain';

/** An action with the revision of its report: how far it is changes apart from the rest of the version. */
export type StoredAction = ConceptAction & { readonly revision: number };

/** A goal as it is stored. */
export type StoredGoal = Omit<ConceptGoal, 'actions'> & { readonly actions: readonly StoredAction[] };

/** A field of action as it is stored. */
export type StoredField = Omit<FieldOfAction, 'goals'> & { readonly goals: readonly StoredGoal[] };

/** A version of the common concept as it is stored; actors that were merged stand under the key of the one that is left. */
export type StoredConcept = Omit<ConceptVersion, 'fields'> & {
  readonly revision: number;
  readonly fields: readonly StoredField[];
};
