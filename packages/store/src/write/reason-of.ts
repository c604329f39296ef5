import { InputProblems } from '@kreisweit/domain';

/** A reason as one line of text. Throws InputProblems, which begins with `refused`, where none is given. */
export function reasonOf(text: string, refused: string, whom: string): string {
  const reason = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (reason !== '') return reason;
  throw new InputProblems(refused, [{ message: `there is no reason: say why, for ${whom}` }]);
}
