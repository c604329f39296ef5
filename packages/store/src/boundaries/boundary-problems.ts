import { InputProblems } from '@kreisweit/domain';

/** One thing that is wrong with a file of boundaries; `field` is the path inside the JSON. */
export type BoundaryProblem = { readonly field?: string; readonly message: string };

/** A file of boundaries that cannot be used, with everything that is wrong with it. Nothing of it is stored. */
export class BoundaryProblems extends InputProblems {
  override readonly name = 'BoundaryProblems';

  constructor(file: string, problems: readonly BoundaryProblem[]) {
    super(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
  }
}
