import { inspect } from 'node:util';
import type { Store } from '@kreisweit/store';
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { type Context, createContext, createSchema, type ErrorLog, presentError } from '../src/index.ts';

type Database = Store['db'];
type Variables = Readonly<Record<string, unknown>>;

/** Documents that were found to be valid: as on the server, none is looked at twice. */
const validDocuments = new Set<string>();

/** What was answered; objects of graphql have no prototype, which only clutters snapshots. */
export type Answer = {
  readonly data: unknown;
  readonly errors: readonly unknown[];
};

/** Asks as the server does: validates, executes with a context of its own, and presents the errors. */
export async function ask(
  db: Database,
  document: string,
  variables: Variables = {},
  logError: ErrorLog = throwError,
): Promise<Answer> {
  return askIn(createContext({ db }), document, { variables, logError });
}

/** The same in the context of a request. */
export async function askIn(
  contextValue: Context,
  document: string,
  {
    schema = createSchema(),
    variables = {},
    logError = throwError,
  }: { readonly schema?: GraphQLSchema; readonly variables?: Variables; readonly logError?: ErrorLog } = {},
): Promise<Answer> {
  const parsed = parse(document);
  const invalid = validDocuments.has(document) ? [] : validate(schema, parsed);
  if (invalid.length === 0) validDocuments.add(document);
  const { data = null, errors = [] }: ExecutionResult =
    invalid.length > 0
      ? { errors: invalid }
      : await execute({ schema, document: parsed, variableValues: variables, contextValue });
  return {
    data: JSON.parse(JSON.stringify(data)),
    errors: errors.map((error) => {
      const { message, extensions, path } = presentError(error, logError);
      return { message, ...extensions, path: path?.join('.') };
    }),
  };
}

const throwError: ErrorLog = ({ error }) => {
  throw error;
};

/** The data of an answer without errors. */
export async function dataOf(db: Database, document: string, variables: Variables = {}): Promise<unknown> {
  const { data, errors } = await ask(db, document, variables);
  if (errors.length > 0) throw new Error(shown(errors));
  return data;
}

/** The data of an answer without errors, as text for snapshots: short lists stay on one line. */
export async function answer(db: Database, document: string, variables: Variables = {}): Promise<string> {
  return shown(await dataOf(db, document, variables));
}

/** Plain data as text. */
export function shown(data: unknown): string {
  return inspect(data, { depth: null, breakLength: 110, compact: 4, maxArrayLength: null });
}
