import type { Context } from '../context.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';

/** The data version to read: the one asked for, or the published one. Throws an InvalidArgument for a later one. */
export async function requestedVersion(
  { dataVersion }: Pick<Context, 'dataVersion'>,
  asOf: number | null,
): Promise<number> {
  const { number } = await dataVersion();
  if (asOf === null || (asOf >= 0 && asOf <= number)) return asOf ?? number;
  throw new InvalidArgument(
    'asOf',
    `There is no data version ${asOf}. Write a number from 0 to ${number}, or leave it out.`,
  );
}
