/** An argument of a query that makes no sense: which one, what is wrong with it and what to write instead. */
export class InvalidArgument extends Error {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(message);
    this.name = 'InvalidArgument';
    this.argument = argument;
  }
}
