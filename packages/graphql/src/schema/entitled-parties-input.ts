import type { RequestedParties } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** Who is asked in a joint decision besides the district itself. */
export const EntitledPartiesInput = builder.inputType('EntitledPartiesInput', {
  description: 'Who is asked in a joint decision besides the district itself.',
  fields: (t) => ({
    on: t.field({
      type: 'Date',
      description:
        'The day whose register says which municipalities belong to the district; today when left out.',
    }),
    municipalities: t.stringList({
      description: 'The keys (AGS) of the municipalities; all that have a council when left out.',
    }),
    actors: t.stringList({ description: 'The keys of actors with an advisory voice.' }),
  }),
});

/** Who an input says is asked. */
export function partiesOfInput({
  on,
  municipalities,
  actors,
}: {
  readonly on?: string | null | undefined;
  readonly municipalities?: readonly string[] | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
}): RequestedParties {
  return { on: on ?? null, municipalities: municipalities ?? null, actors: actors ?? [] };
}
