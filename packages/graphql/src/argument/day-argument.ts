import { InvalidArgument } from '../error/invalid-argument.ts';

/** Before it, there was nothing to cooperate on; it leaves room for counting backwards. */
const FIRST_DAY = '1900-01-01';

/** Reads a day around which days are counted; `otherwise` when it is left out. Throws an InvalidArgument for one before 1900. */
export function dayArgument(day: string | null | undefined, otherwise: string, argument = 'on'): string {
  if (day == null) return otherwise;
  if (day >= FIRST_DAY) return day;
  throw new InvalidArgument(argument, `${day} is too early. Write a day from ${FIRST_DAY} on.`);
}
