import type { Context } from '../context.ts';

/** Whether whoever asks takes part in the cooperation of a district (its key), and so may read what is not public yet. */
export async function mayReadInternals(
  { decisions }: Pick<Context, 'decisions'>,
  district: string,
): Promise<boolean> {
  const abouts = [{ kind: 'cooperation', district }] as const;
  return (await decisions.load({ action: 'READ_INTERNAL', abouts })).allowed;
}

/** Declares that a field of something in a district is for those who take part in its cooperation. */
export function internalTo<Parent>(districtOf: (parent: Parent) => string) {
  return (parent: Parent) =>
    ({
      may: {
        action: 'READ_INTERNAL',
        abouts: [{ kind: 'cooperation', district: districtOf(parent) }],
      },
    }) as const;
}
