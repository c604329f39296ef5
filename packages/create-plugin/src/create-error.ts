/** A reason why no plug-in was created, written for the person who asked for it: what is wrong and what to do. */
export class CreateError extends Error {
  override readonly name = 'CreateError';
}
