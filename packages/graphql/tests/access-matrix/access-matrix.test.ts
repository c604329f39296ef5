import {
  type Acting,
  grantOf,
  InputProblems,
  NotAllowed,
  operator,
  RevisionConflict,
  roles,
} from '@kreisweit/domain';
import { type ActingStore, actingStore, type Store } from '@kreisweit/store';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builder } from '../../src/builder.ts';
import { createSchema } from '../../src/index.ts';
import type { Answer } from '../ask.ts';
import { askAs } from '../ask-as.ts';
import { countryWithThings, type Things } from './country.ts';
import { type Expectation, mutations, queries, storeFunctions } from './expectations.ts';
import { type Person, people } from './people.ts';
import { mutationDocuments, queryDocuments, storeCalls } from './questions.ts';

type Outcome = 'allowed' | 'refused';

let store: Store;
let things: Things;
beforeAll(async () => {
  ({ store, things } = await countryWithThings());
});
afterAll(() => store.close());

/** What everybody is answered, by who they are. */
async function outcomes(outcomeOf: (person: Person) => Promise<Outcome>): Promise<Record<string, Outcome>> {
  const found: Record<string, Outcome> = {};
  for (const person of people) found[person.label] = await outcomeOf(person);
  return found;
}

/** What everybody is to be answered. */
function expected(expectation: Expectation): Record<string, Outcome> {
  return Object.fromEntries(
    people.map(({ label, role, scope }) => {
      const reach = expectation === 'everybody' ? 'all' : expectation[role];
      return [label, reach === 'all' || (reach === 'own' && scope === 'own') ? 'allowed' : 'refused'];
    }),
  );
}

/** Refused is an error that says so, or a list with nothing in it. Whoever is told what else is wrong was allowed to try. */
function outcomeOf({ data, errors }: Answer, field: string): Outcome {
  const codes = (errors as readonly { readonly code?: string }[]).map(({ code }) => code);
  if (codes.some((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED')) return 'refused';
  expect(codes.filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
  const answers = data as Readonly<
    Record<string, { __typename?: string; totalCount?: number } | null>
  > | null;
  const answer = answers?.[field];
  if (answer?.__typename === 'NotAllowedError') return 'refused';
  return queries[field] !== 'everybody' && answer?.totalCount === 0 ? 'refused' : 'allowed';
}

test('every field of the schema has an expectation, and every expectation a field', () => {
  const schema = createSchema();
  const fieldsOf = (type: ReturnType<GraphQLSchema['getQueryType']>) =>
    Object.keys(type?.getFields() ?? {}).sort();
  expect(Object.keys(queries).sort()).toEqual(fieldsOf(schema.getQueryType()));
  expect(Object.keys(mutations).sort()).toEqual(fieldsOf(schema.getMutationType()));
  expect(schema.getSubscriptionType()).toBeUndefined();
  expect(Object.keys(queryDocuments).sort()).toEqual(Object.keys(queries).sort());
  expect(Object.keys(mutationDocuments).sort()).toEqual(Object.keys(mutations).sort());
});

test('every function of the store has an expectation, and every expectation a function', () => {
  const [first] = people;
  if (first === undefined) throw new Error('there is nobody');
  const { acting, may, ...functions } = actingStore(store, first.acting);
  expect(Object.keys(functions).sort()).toEqual(Object.keys(storeFunctions).sort());
});

const scoped = Object.entries(queries).filter(([, expectation]) => expectation !== 'everybody');

describe('the schema allows what it should:', () => {
  test.each(Object.entries(queries))('query %s', (field, expectation) => holds({ field, expectation }));
  test.each(Object.entries(mutations))('mutation %s', (field, expectation) => holds({ field, expectation }));
});

describe('fields that forget their scopes allow no more, because the store asks again:', () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    createSchema();
    schema = builder.toSchema({ disableScopeAuth: true });
  });
  test.each([...scoped, ...Object.entries(mutations)])('%s', (field, expectation) =>
    holds({ field, expectation, schema }),
  );
});

describe('a store that forgets to ask allows no more, because the fields have scopes:', () => {
  const forgetful = (acting: Acting): ActingStore => ({
    ...actingStore(store, {
      principal: { ...operator, grants: roles.map((role) => grantOf(role)) },
      requestId: null,
    }),
    acting,
    may: actingStore(store, acting).may,
  });
  // Which proposals are in the list is the store's to say.
  const decided = scoped.filter(([field]) => field !== 'proposedReleases');
  test.each([...decided, ...Object.entries(mutations)])('%s', (field, expectation) =>
    holds({ field, expectation, storeFor: forgetful }),
  );
});

async function holds({
  field,
  expectation,
  ...options
}: {
  readonly field: string;
  readonly expectation: Expectation;
  readonly schema?: GraphQLSchema;
  readonly storeFor?: (acting: Acting) => ActingStore;
}): Promise<void> {
  const document = queryDocuments[field] ?? mutationDocuments[field]?.(things) ?? '';
  const found = await outcomes(async ({ acting }) =>
    outcomeOf(await askAs(store, acting, document, options), field),
  );
  expect(found).toEqual(expected(expectation));
}

describe('the store allows what it should:', () => {
  test.each(Object.keys(storeFunctions) as (keyof typeof storeFunctions)[])('%s', async (name) => {
    const found = await outcomes(async ({ acting }) => calledOutcome(actingStore(store, acting), name));
    expect(found).toEqual(expected(storeFunctions[name]));
  });
});

async function calledOutcome(asSomebody: ActingStore, name: keyof typeof storeFunctions): Promise<Outcome> {
  try {
    const result = await storeCalls[name](asSomebody, things);
    const isEmpty = typeof result === 'object' && result !== null && 'total' in result && result.total === 0;
    return isEmpty ? 'refused' : 'allowed';
  } catch (error) {
    if (error instanceof NotAllowed) return 'refused';
    // Decided already, spent already: whoever is told so was allowed to try.
    if (error instanceof InputProblems || error instanceof RevisionConflict) return 'allowed';
    throw error;
  }
}
