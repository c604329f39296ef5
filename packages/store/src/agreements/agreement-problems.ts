import { InputProblems } from '@kreisweit/domain';

/** One thing that is wrong with a file of agreements; `field` is the path inside the JSON. */
export type AgreementProblem = { readonly field?: string; readonly message: string };

/** A file of agreements that cannot be used, with everything that is wrong with it. Nothing of it is stored. */
export class AgreementProblems extends InputProblems {
  override readonly name = 'AgreementProblems';

  constructor(file: string, problems: readonly AgreementProblem[]) {
    super(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
  }
}
