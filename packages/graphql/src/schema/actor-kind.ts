import { type ActorKind as ActorKindKey, actorKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What an actor is. */
export const ActorKind = builder.enumType('ActorKind', {
  description: 'What an actor is.',
  values: labelledValues(
    (Object.keys(actorKindTitles) as ActorKindKey[]).map((kind) => [kind, kind, actorKindTitles[kind]]),
  ),
});
