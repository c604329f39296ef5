import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type AttackedArgument, argumentDocuments } from './argument-documents.ts';
import type { AttackedServer } from './attacked-server.ts';
import { harmIn, innerNames, rowCounts } from './harm.ts';
import { ordinaryAnswer } from './ordinary-query.ts';
import { addressesOf, ask } from './send.ts';
import { tally } from './tally.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

const nextMonth = `${new Date(Date.now() + 25 * 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`;

const base64 = (text: string) => Buffer.from(text).toString('base64');

const texts: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  ';',
  '--',
  '\\',
  '%',
  '_',
  "'; drop table territory; --",
  "' or '1'='1",
  "') union select 1 from release --",
  '$1',
  '$$; select 1; $$',
  '12070\u0000',
  '\u0000',
  '\ud800',
  '\u202e07021',
  '12\u200b070',
  '１２０７０',
  '👩‍👩‍👧‍👦',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody hopes to be filled in.
  '${process.env.DATABASE_URL}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody hopes to be looked up.
  '${jndi:ldap://127.0.0.1/a}',
  '{{7*7}}',
  '../../../../etc/passwd',
  '*)(uid=*))(|(uid=*',
  '{"$gt":""}',
  '<script>alert(1)</script>',
  '=cmd|" /C calc"!A0',
  '1e999',
  'NaN',
  '__proto__',
  'a'.repeat(65_000),
  '\n\r\t',
  '12070/../12071',
];

const days: readonly string[] = [
  '0000-00-00',
  '0000-01-01',
  '-000001-01-01',
  '2015-02-30',
  '9999-12-31',
  '99999-01-01',
  '+275761-01-01',
  '294277-01-01T00:00:00Z',
  '2015-12-31T25:61:61Z',
  '2015-13',
  '2015-Q5',
  '0000',
  '9999',
  'infinity',
  'now()',
  '2015-W53',
];

const cursors: readonly string[] = [
  base64(''),
  base64('null'),
  base64('{}'),
  base64("' or 1=1 --"),
  base64('\u0000'),
  base64('-1'),
  base64('99999999999999999999'),
  base64('["12070",null]'),
  base64('District:12070'),
  base64('District:\u0000'),
  base64("District:'"),
  base64('__proto__:12070'),
  base64('Query:'),
  'MTI=====',
  '%%%%',
];

const numbers: readonly unknown[] = [0, -1, 501, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1.5, '1', [1], {}, null];
const choices: readonly unknown[] = ["'; drop table territory; --", '', '__proto__', 0, {}, ['DISTRICT']];
/** In place of a text. */
const others: readonly unknown[] = [0, -1, 2 ** 53, true, {}, { $ne: null }, [[]], null];

function payloadsFor({ argument, kind }: AttackedArgument): readonly unknown[] {
  if (kind === 'NUMBER') return numbers;
  if (kind === 'CHOICE') return choices;
  const isDay = /^(on|boundariesOn|asOf|from|to|until|period|base|expiresAt)$/.test(argument);
  const isCursor = /^(after|ids?)$/.test(argument);
  return [...texts, ...others, ...(isDay ? days : []), ...(isCursor ? cursors : [])];
}

/** The same values in every argument that takes any, of every field that is reached. */
export function injections(server: AttackedServer): void {
  const places = argumentDocuments(schema, nextMonth);
  const administrators = Array.from({ length: 24 }, (_, index) => `administrator${index}`);
  let asked = 0;

  describe('injection', () => {
    const from = addressesOf(2);
    let names: readonly string[] = [];
    let before: Readonly<Record<string, number>> = {};
    let made = 0;

    test('every argument is among what is attacked', async () => {
      const all = Object.values(schema.getTypeMap())
        .filter(isObjectType)
        .flatMap((type) =>
          Object.values(type.getFields()).flatMap((field) =>
            field.args.map((argument) => `${type.name}.${field.name}(${argument.name}`),
          ),
        )
        // What is below a payload takes a language at most.
        .filter((place) => !/^(__|\w+Payload\.)/.test(place));
      const missing = all.filter((place) => !places.some(({ name }) => name.startsWith(place)));
      expect(missing).toEqual([]);
      names = await innerNames(server);
      before = await rowCounts(server);
    });

    test('the sensible values are answered, so that what is put beside them is reached', async () => {
      const refused: string[] = [];
      for (const { name, document, isMutation, usual } of places) {
        if (isMutation) continue;
        const sender = { as: administrators[asked++ % administrators.length], from: from() };
        const { text } = await ask(server, { query: document, variables: usual }, sender);
        if (text.includes('"errors"')) refused.push(`${name} ${text.slice(0, 300)}`);
      }
      expect(refused).toEqual([]);
    });

    test.each(places)('$name', async (place) => {
      const harm: string[] = [];
      for (const payload of payloadsFor(place)) {
        const question = { query: place.document, variables: place.variablesWith(payload) };
        const as = administrators[asked % administrators.length];
        asked += 1;
        const answer = await ask(server, question, { as, from: from() });
        tally('injection', answer);
        if (/"__typename":"CreateAccess(Token|Link)Payload"/.test(answer.text)) made += 1;
        const text = withoutPayload(answer.text, payload);
        const found = harmIn({ ...answer, text }, names);
        if (found.length > 0) harm.push(`${JSON.stringify(payload).slice(0, 60)}: ${found.join('; ')}`);
        if (answer.status === 429) harm.push(`was never looked at: ${text.slice(0, 200)}`);
        if (text.includes('7*7') || text.includes('root:x:0'))
          harm.push(`was filled in: ${text.slice(0, 200)}`);
      }
      expect(harm).toEqual([]);
    });

    test('has changed nothing but what it was told to make', async () => {
      const after = await rowCounts(server);
      const { access_token: tokens = 0, audit_entry: entries = 0 } = before;
      expect(after).toEqual({ ...before, access_token: tokens + made, audit_entry: entries + made });
      expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
    });
  });
}

/** The answer without what it repeats of the request: what was sent is no secret. */
function withoutPayload(text: string, payload: unknown): string {
  if (typeof payload !== 'string' || payload.trim().length < 2) return text;
  const written = JSON.stringify(payload).slice(1, -1);
  return text.replaceAll(written, '').replaceAll(payload, '');
}
