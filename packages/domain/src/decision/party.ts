import type { LocalisedText } from '../localised-text.ts';
import type { Designation } from '../territory/designation.ts';

/**
 * What takes part in a joint decision: the district itself, a member municipality, or an actor. An actor has an advisory voice: its
 * position is recorded and shown, never counted.
 */
export const partyKindTitles = Object.freeze({
  DISTRICT: { de: 'Landkreis', en: 'District' },
  MUNICIPALITY: { de: 'Gemeinde', en: 'Municipality' },
  ACTOR: { de: 'Beratender Akteur', en: 'Advisory actor' },
} satisfies Record<string, LocalisedText>);

export type PartyKind = keyof typeof partyKindTitles;

/** A party of a joint decision. `key` is that of the district (5 digits), the municipality (AGS, 8 digits) or the actor. */
export type Party = { readonly kind: PartyKind; readonly key: string };

/**
 * Who is asked besides the district itself. `on` is the day (ISO) whose register says which municipalities are members, `municipalities`
 * are their AGS, `actors` the keys of those with an advisory voice.
 */
export type EntitledParties = {
  readonly on: string;
  readonly municipalities: readonly string[];
  readonly actors: readonly string[];
};

/** All parties in the order in which they are shown: the district, the municipalities, the actors, each by key. */
export function partiesOf(district: string, { municipalities, actors }: EntitledParties): readonly Party[] {
  return [
    { kind: 'DISTRICT', key: district },
    ...municipalities.toSorted().map((key): Party => ({ kind: 'MUNICIPALITY', key })),
    ...actors.toSorted().map((key): Party => ({ kind: 'ACTOR', key })),
  ];
}

/** Whether two parties are the same one. */
export function isSameParty(one: Party, other: Party): boolean {
  return one.kind === other.kind && one.key === other.key;
}

/** A party as one text, the same for the same party only: for looking it up. */
export function partyText({ kind, key }: Party): string {
  return `${kind} ${key}`;
}

/**
 * Whether a municipality of the register has a council that can decide. Areas outside any municipality (gemeindefreie Gebiete) have none,
 * inhabited or not: they stand in the register beside the municipalities and are no party. A designation that is not known does not
 * take the vote from anybody.
 */
export function isSelfGoverning(designation: Designation | null): boolean {
  return designation !== 'gemeindefreiesGebiet' && designation !== 'gemeindefreiesGebietBewohnt';
}
