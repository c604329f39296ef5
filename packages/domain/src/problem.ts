/**
 * One thing that is wrong with an input or a configuration: what, where, and what to do.
 * `line` and `column` count from 1; a `column` that is text names a field of the file.
 */
export type Problem = {
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | string | undefined;
  readonly field?: string | undefined;
  /** The name of the rule that says so, where there is one (`UNKNOWN`, `DAY_IS_IN_TIME`). */
  readonly rule?: string | undefined;
};

/** `file:line:column field: message`, leaving out what is not known. */
export function formatProblem({ file, line, column, field, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const where = [place, field].filter((part) => part !== undefined && part !== '').join(' ');
  return where === '' ? message : `${where}: ${message}`;
}

const SHOWN = 10;

/**
 * Input that cannot be accepted. All problems are collected before it is thrown, so that a person mends
 * a file once and not once a run; the message shows their number and the first ten.
 */
export class InputProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(what: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const shown = problems.slice(0, SHOWN).map((problem) => `  ${formatProblem(problem)}`);
    const more = problems.length > SHOWN ? [`  ... and ${problems.length - SHOWN} more`] : [];
    super([`${what}: ${count}, nothing was stored`, ...shown, ...more].join('\n'));
    this.name = 'InputProblems';
    this.problems = Object.freeze([...problems]);
  }
}
