import { InputProblems } from '@kreisweit/domain';

/** One thing that is wrong with a register file, with the place where it stands. */
export type RegisterProblem = {
  /** Line of the text file or row of the sheet, counted from 1. */
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
};

/**
 * A register file that cannot be used, with everything that is wrong with it. Nothing of such a file is delivered.
 */
export class RegisterProblems extends InputProblems {
  override readonly name = 'RegisterProblems';
  /** Base name of the file. */
  readonly file: string;

  constructor(file: string, problems: readonly RegisterProblem[]) {
    super(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
    this.file = file;
  }
}
