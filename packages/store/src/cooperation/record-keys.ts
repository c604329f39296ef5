import { shortKey } from './by-district.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';

type OwnKey = { readonly district: string; readonly key: string };

/** By what a record of each kind is known, as one text that people read too: `12070/steering-group`. */
export const recordKeys: {
  readonly [Kind in CooperationKind]: (record: CooperationRecords[Kind]) => string;
} = Object.freeze({
  actors: ({ key }) => key,
  tasks: ownKey,
  overrides: ({ district, task }) => joined(shortKey(district), task),
  assignments: ownKey,
  decisions: ({ district, key, round }) => joined(shortKey(district), key, round),
  positions: ({ district, decision, round, party }) =>
    joined(shortKey(district), decision, round, party.kind, party.key),
  bodies: ownKey,
  members: ({ district, body, actor, role, from }) =>
    joined(shortKey(district), body, actor, role, from ?? ''),
  meetings: ({ district, body, key }) => joined(shortKey(district), body, key),
  concept: ({ district, concept, number }) => joined(shortKey(district), concept, number),
  trainings: ownKey,
  deadlines: ownKey,
});

function ownKey({ district, key }: OwnKey): string {
  return joined(shortKey(district), key);
}

function joined(...parts: readonly (string | number)[]): string {
  return parts.filter((part) => part !== '').join('/');
}
