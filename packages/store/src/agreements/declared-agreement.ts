import type { LocalisedText } from '@kreisweit/domain';

/** What a district agreed on: which measure of a subject it uses for a purpose, since when (ISO), and who decided it. */
export type DeclaredAgreement = {
  /** Five digits. */
  readonly district: string;
  /** The keys of the subject and of one of its measures. */
  readonly subject: string;
  readonly measure: string;
  readonly purpose: LocalisedText;
  readonly since: string;
  readonly decidedBy: string;
  /** Where in the file it stands: `agreements[0]`. */
  readonly field: string;
};

/**
 * A file of agreements. It is the whole truth of its `source`: an agreement that it declared before and does not
 * declare here is withdrawn.
 */
export type AgreementFile = {
  readonly file: string;
  readonly source: string;
  readonly agreements: readonly DeclaredAgreement[];
};
