import type { LocalisedText } from '../localised-text.ts';
import type { DueAsked } from './due-asked.ts';

/** What is due, with names for people. */
export const dueKindTitles = Object.freeze({
  MEETING: { de: 'Sitzung', en: 'Meeting' },
  POSITION: { de: 'Stellungnahme', en: 'Position' },
  ACTION: { de: 'Maßnahme', en: 'Action' },
  DELIVERY: { de: 'Datenlieferung', en: 'Delivery' },
  TRAINING: { de: 'Fortbildung', en: 'Training' },
} satisfies Record<string, LocalisedText>);

export type DueKind = keyof typeof dueKindTitles;

/** All kinds, in the order in which those of one day are listed. */
export const dueKinds = Object.freeze(Object.keys(dueKindTitles)) as readonly DueKind[];

/**
 * The record that an entry is about. `key` begins with that of the district, as in the audit trail: `12070/steering-group/first`, of a decision with its round, of a
 * concept with the number of its version.
 */
export type DueSubject = {
  readonly kind: 'body' | 'meeting' | 'decision' | 'concept' | 'deliveryDeadline' | 'training';
  readonly key: string;
};

/**
 * Something that is due and open: its day (ISO, the last on which it is in time), the territory it is about (key), and the actor who has to
 * do it (key; null where it is nobody's alone). `key` is its identity among those of its kind, territory and actor. `district` (key) keeps it.
 */
export type DueRow = {
  readonly district: string;
  readonly asked: DueAsked;
  readonly subject: DueSubject;
  readonly key: string;
  readonly title: LocalisedText;
  readonly day: string;
  readonly territory: string;
  readonly actor: string | null;
};

/** An entry of the list of what is due. `overdue`: its day has passed. */
export type DueEntry = DueRow & { readonly kind: DueKind; readonly overdue: boolean };

/** The identity of an entry, the same whenever and however it is listed. */
export function dueId({ kind, key, territory, actor }: DueEntry): string {
  return [kind.toLowerCase(), key, territory, ...(actor === null ? [] : [actor])].join(':');
}
