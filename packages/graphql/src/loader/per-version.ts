import type { AsOf } from '../argument/as-of.ts';
import { requestedVersion } from '../argument/requested-version.ts';
import type { Reading } from './create-loaders.ts';

/**
 * Answers keys data version by data version (null = the published one), in the order of the keys; moments that mean the same
 * version are one. An error of one version is the answer of its keys and of no others.
 */
export async function perVersion<Key extends { readonly asOf: AsOf }, Answer>(
  reading: Reading,
  keys: readonly Key[],
  load: (asOf: number, keys: readonly Key[]) => Promise<readonly (Answer | Error)[]>,
): Promise<readonly (Answer | Error)[]> {
  const states = [...new Set(keys.map(({ asOf }) => asOf))];
  const resolved = await Promise.all(states.map((asOf) => settled(requestedVersion(reading, asOf))));
  const versionOf = new Map(states.map((asOf, index) => [asOf, resolved[index]]));
  const groups = [...Map.groupBy(keys, ({ asOf }) => versionOf.get(asOf))];
  const answered = await Promise.all(
    groups.map(async ([version, group]) => {
      const answers = typeof version === 'number' ? await settled(load(version, group)) : version;
      if (answers === undefined || answers instanceof Error)
        return group.map(() => asError(answers)).values();
      return answers.values();
    }),
  );
  const next = new Map(groups.map(([version], group) => [version, answered[group]]));
  return keys.map(({ asOf }) => {
    const answer: Answer | Error | undefined = next.get(versionOf.get(asOf))?.next().value;
    return answer === undefined ? new Error('a loader answered too few keys') : answer;
  });
}

async function settled<Result>(work: Promise<Result>): Promise<Result | Error> {
  return work.catch(asError);
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
