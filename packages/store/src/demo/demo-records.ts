import type { CooperationKind, CooperationRecords } from '../cooperation/cooperation-records.ts';

/** The kinds of records that a demo brings. Its actors are marked themselves, and positions are part of the decisions. */
export type DemoKind = Exclude<CooperationKind, 'actors' | 'positions'>;

/** The records of cooperation of a demo, by kind. */
export type DemoRecords = { readonly [Kind in DemoKind]: readonly CooperationRecords[Kind][] };
