/** What a change is about: its kind (`joint decision`, `body`, `meeting`) and its key. */
export type RevisedSubject = { readonly kind: string; readonly key: string };

/**
 * Somebody else was faster: a change was made of `expectedRevision` (0 = there is none yet), and by now there is `revision` (0 = there is none
 * any more). Nothing was changed. `isIndependent`: what happened meanwhile does not touch it, so that it may be sent again as it is, with the new
 * revision.
 */
export class RevisionConflict extends Error {
  readonly subject: RevisedSubject;
  readonly expectedRevision: number;
  readonly revision: number;
  readonly isIndependent: boolean;

  constructor(
    subject: RevisedSubject,
    {
      expectedRevision,
      revision,
      isIndependent = false,
    }: Readonly<{ expectedRevision: number; revision: number; isIndependent?: boolean }>,
  ) {
    const advice = isIndependent
      ? 'what happened meanwhile does not touch yours: send it again with this revision'
      : 'read it again, and send what you still want with this revision';
    super(
      `The ${subject.kind} ${subject.key} is not as you saw it: you expected ${named(expectedRevision)}, and there is ${named(revision)}. Nothing was changed; ${advice}.`,
    );
    this.name = 'RevisionConflict';
    this.subject = subject;
    this.expectedRevision = expectedRevision;
    this.revision = revision;
    this.isIndependent = isIndependent;
  }
}

function named(revision: number): string {
  return revision === 0 ? 'none' : `revision ${revision}`;
}
