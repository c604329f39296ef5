import type { LocalisedText } from '../localised-text.ts';
import type { Validity } from './validity.ts';

/** What an actor is for a task, with names for people (RACI: responsible, contributes, consulted, informed). */
export const taskRoleTitles = Object.freeze({
  RESPONSIBLE: { de: 'Federführend', en: 'Responsible (lead)' },
  CONTRIBUTES: { de: 'Wirkt mit', en: 'Contributes' },
  CONSULTED: { de: 'Wird angehört', en: 'Consulted' },
  INFORMED: { de: 'Wird informiert', en: 'Informed' },
} satisfies Record<string, LocalisedText>);

export type TaskRole = keyof typeof taskRoleTitles;

/** All roles, the one that bears most first. */
export const taskRoles = Object.freeze(Object.keys(taskRoleTitles)) as readonly TaskRole[];

/**
 * Who does what where, since when: a task, a territory (municipality, association or district), an actor and its role. `key` is its
 * identity; keys of tasks, territories and actors are those of their lists.
 */
export type TaskAssignment = Validity & {
  readonly key: string;
  readonly task: string;
  readonly territory: string;
  readonly actor: string;
  readonly role: TaskRole;
};
