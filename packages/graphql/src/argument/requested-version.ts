import type { Context } from '../context.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import type { AsOf } from './as-of.ts';

/** So many states of the data a request may compare: each is read by statements of its own. */
const MOST_STATES = 20;

/**
 * The data version to read: the one asked for, the one that was published at the moment asked for, or the latest. Throws an
 * InvalidArgument for one that does not exist yet, and for more of them than a request may ask for.
 */
export async function requestedVersion(
  { dataVersion, versionAt, states }: Pick<Context, 'dataVersion' | 'versionAt' | 'states'>,
  asOf: AsOf,
): Promise<number> {
  const { number } = await dataVersion();
  if (asOf === null) return number;
  states.add(asOf);
  if (states.size > MOST_STATES) {
    throw new InvalidArgument(
      'asOf',
      `A request may read ${MOST_STATES} states of the data at most. Ask for the others in another one.`,
    );
  }
  if (typeof asOf === 'string') return versionAtMoment(versionAt, asOf, number);
  if (asOf >= 0 && asOf <= number) return asOf;
  throw new InvalidArgument(
    'asOf',
    `There is no data version ${asOf}. Write a number from 0 to ${number}, or leave it out.`,
  );
}

/** A version published after this request began to read is none of it. */
async function versionAtMoment(
  versionAt: Context['versionAt'],
  moment: string,
  latest: number,
): Promise<number> {
  const version = await versionAt(moment);
  if (version !== null) return Math.min(version, latest);
  throw new InvalidArgument(
    'asOf',
    `${moment} is still to come: what will be published by then is not known. Leave it out to read the latest figures.`,
  );
}
