import { InputProblems } from '@kreisweit/domain';

/** Everybody reads it, for as long as there are data versions. */
const LONGEST = 500;

/** A reason as one line of text. Throws InputProblems, which begins with `refused`, where none is given or it is too long. */
export function reasonOf(text: string, refused: string, whom: string): string {
  const reason = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (reason.length > LONGEST) {
    const message = `the reason has ${reason.length} characters: ${LONGEST} are enough to say why`;
    throw new InputProblems(refused, [{ field: 'reason', message }]);
  }
  if (reason !== '') return reason;
  throw new InputProblems(refused, [{ message: `there is no reason: say why, for ${whom}` }]);
}
