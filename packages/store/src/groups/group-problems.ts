import { InputProblems } from '@kreisweit/domain';

/** One thing that is wrong with a file of groups; `field` is the path inside the JSON. */
export type GroupProblem = { readonly field?: string; readonly message: string };

/** A file of groups that cannot be used, with everything that is wrong with it. Nothing of it is stored. */
export class GroupProblems extends InputProblems {
  override readonly name = 'GroupProblems';

  constructor(file: string, problems: readonly GroupProblem[]) {
    super(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
  }
}
