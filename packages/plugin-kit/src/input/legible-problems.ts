import { InputProblems, type Problem } from '@kreisweit/domain';

/** More than this of a message nobody reads; a file may hold a cell of megabytes. */
const LONGEST = 4_000;
const SHOWN_BEFORE = 1_500;
const SHOWN_BEHIND = 500;

/** Controls of terminals and of the direction of writing, the ends of lines, and halves of letters. */
const ILLEGIBLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text as it may be told, whatever it takes from a file: what a terminal would obey or a reader could not see is written
 * as its number (`\u001b`), and the middle of what is very long is left out.
 */
export function legibleText(text: string): string {
  // Writing as numbers makes a text longer: what is left out is left out before and after.
  return shortened(
    shortened(text).replace(
      ILLEGIBLE,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const left = text.length - SHOWN_BEFORE - SHOWN_BEHIND;
  return `${text.slice(0, SHOWN_BEFORE)} [${left} more characters] ${text.slice(-SHOWN_BEHIND)}`;
}

/** What is wrong with an input, in legible texts; `what` begins the message. */
export function legibleProblems(what: string, problems: readonly Problem[]): InputProblems {
  return new InputProblems(what, problems.map(legibleProblem));
}

function legibleProblem(problem: Problem): Problem {
  const { message, file, column, field } = problem;
  return {
    ...problem,
    message: legibleText(message),
    ...(file === undefined ? {} : { file: legibleText(file) }),
    ...(typeof column === 'string' ? { column: legibleText(column) } : {}),
    ...(field === undefined ? {} : { field: legibleText(field) }),
  };
}
