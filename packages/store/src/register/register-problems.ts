/** One thing that is wrong with a register file, with the place where it stands. */
export type RegisterProblem = {
  /** Line of the text file or row of the sheet, counted from 1. */
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
};

const shown = 10;

/**
 * A register file that cannot be used, with everything that is wrong with it.
 *
 * The message counts the problems and lists the first ten; `problems` holds all of them. Nothing of such a
 * file is delivered.
 */
export class RegisterProblems extends Error {
  override readonly name = 'RegisterProblems';
  /** Base name of the file. */
  readonly file: string;
  readonly problems: readonly RegisterProblem[];

  constructor(file: string, problems: readonly RegisterProblem[], options?: ErrorOptions) {
    super(describe(file, problems), options);
    this.file = file;
    this.problems = Object.freeze([...problems]);
  }
}

function describe(file: string, problems: readonly RegisterProblem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = problems.slice(0, shown).map((problem) => `  ${place(problem)}${problem.message}`);
  const more = problems.length > shown ? [`  ... and ${problems.length - shown} more`] : [];
  return [`${file}: ${count}, nothing was read`, ...lines, ...more].join('\n');
}

function place({ line, column }: RegisterProblem): string {
  const parts = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}
