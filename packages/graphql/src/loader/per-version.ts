import type { AsOf } from '../argument/as-of.ts';
import { requestedVersion } from '../argument/requested-version.ts';
import type { Reading } from './create-loaders.ts';

/**
 * Answers keys data version by data version (null = the published one), in the order of the keys. An error of one version
 * is the answer of its keys and of no others.
 */
export async function perVersion<Key extends { readonly asOf: AsOf }, Answer>(
  reading: Reading,
  keys: readonly Key[],
  load: (asOf: number, keys: readonly Key[]) => Promise<readonly (Answer | Error)[]>,
): Promise<readonly (Answer | Error)[]> {
  const groups = [...Map.groupBy(keys, ({ asOf }) => asOf)];
  const answered = await Promise.all(
    groups.map(async ([asOf, group]) => {
      try {
        return (await load(await requestedVersion(reading, asOf), group)).values();
      } catch (error) {
        return group.map(() => asError(error)).values();
      }
    }),
  );
  const next = new Map(groups.map(([asOf], group) => [asOf, answered[group]]));
  return keys.map(({ asOf }) => {
    const answer: Answer | Error | undefined = next.get(asOf)?.next().value;
    return answer === undefined ? new Error('a loader answered too few keys') : answer;
  });
}

/** The result of some work, or the error that it threw. */
export function attempt<Result>(work: () => Result): Result | Error {
  try {
    return work();
  } catch (error) {
    return asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
