/** A reason why a command cannot do its work, written for the person who called it: what is wrong and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
