import type { LocalisedText, Problem } from '@kreisweit/domain';
import type { DistrictRow, ReadingAccount } from '@kreisweit/plugin-kit';

/** What was found in a file: a `notice` changes nothing, a `warning` is kept with the release, an `error` refuses the file. */
export type ToldFinding = {
  readonly severity: 'notice' | 'warning' | 'error';
  readonly line: number | null;
  readonly message: string;
};

/** A file as one input of one plug-in reads it. `account` is null where it could not be read at all. */
export type CheckedInput = {
  readonly plugin: string;
  readonly title: LocalisedText;
  readonly input: string | null;
  readonly account: ReadingAccount | null;
  readonly findings: readonly ToldFinding[];
  readonly problems: readonly Problem[];
  readonly results: readonly DistrictRow[];
};

/** What is known of a file. Without `inputs` nobody takes it, and `message` and `misfits` say why. */
export type CheckedFile = {
  readonly file: string;
  readonly format: string | null;
  readonly message: string;
  readonly misfits: readonly string[];
  readonly inputs: readonly CheckedInput[];
};
