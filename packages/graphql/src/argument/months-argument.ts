import { InvalidArgument } from '../error/invalid-argument.ts';

const MOST_MONTHS = 120;

/** Reads for how many months something is looked at. Throws an InvalidArgument for none, and for more than ten years. */
export function monthsArgument(months: number): number {
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new InvalidArgument('months', `Write a number from 1 to ${MOST_MONTHS}, not ${months}.`);
}
