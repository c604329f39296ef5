import { InputProblems, NotAllowed } from '@kreisweit/domain';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { InvalidArgument } from './invalid-argument.ts';
import { type ErrorLog, presentError } from './present-error.ts';

const logNothing: ErrorLog = ({ error }) => {
  throw error;
};

function thrown(originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, path: ['district', 'series'] });
}

test('errors that people can mend keep their words', () => {
  expect(presentError(thrown(new InvalidArgument('key', 'Write five digits.')), logNothing)).toEqual({
    message: 'Write five digits.',
    path: ['district', 'series'],
    extensions: { code: 'BAD_USER_INPUT', argument: 'key' },
  });
  const problems = new InputProblems('table.csv', [{ message: 'no number', line: 3 }]);
  expect(presentError(thrown(problems), logNothing).extensions).toEqual({
    code: 'BAD_USER_INPUT',
    problems: [{ message: 'no number', line: 3 }],
  });
});

test('refusals say whether it helps to sign in', () => {
  const refused = (reason: NotAllowed['reason']) =>
    presentError(thrown(new NotAllowed('READ_AUDIT', { allowed: false, reason, outside: [] })), logNothing)
      .extensions;
  expect(refused('NOT_SIGNED_IN')).toEqual({
    code: 'UNAUTHENTICATED',
    action: 'READ_AUDIT',
    reason: 'NOT_SIGNED_IN',
  });
  expect(refused('ROLE_MISSING')).toMatchObject({ code: 'FORBIDDEN' });
  expect(refused('OUTSIDE_SCOPE')).toMatchObject({ code: 'FORBIDDEN' });
});

test('errors of GraphQL itself pass, also through others', () => {
  const coded = new GraphQLError('too much', { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
  expect(presentError(coded, logNothing)).toEqual({
    message: 'too much',
    extensions: { code: 'QUERY_TOO_EXPENSIVE' },
  });
  expect(presentError(thrown(new GraphQLError('bad period')), logNothing).message).toBe('bad period');
});

test('every other error is named by an id and logged', () => {
  const secret = new TypeError('cannot read password of undefined');
  const logged: Parameters<ErrorLog>[0][] = [];
  const shown = presentError(thrown(secret), (entry) => void logged.push(entry));
  expect(JSON.stringify(shown)).not.toContain('password');
  expect(logged).toEqual([{ id: shown.extensions?.id, error: secret, path: 'district.series' }]);
});
