import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { createSchema } from '@kreisweit/graphql';
import { openingPlugin } from '@kreisweit/plugin-opening';
import { fastify } from 'fastify';
import { isEnumType, parse, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { builtInPlugins } from '../plugins.ts';
import { type DeliverPageOptions, deliverPage } from './deliver-page.ts';

type Phase = ReturnType<DeliverPageOptions['phase']>;

async function pageIn(phase: Phase) {
  const server = fastify();
  // What is sent with all answers gives way to what the page says.
  server.addHook('onRequest', async (_, reply) => void reply.header('content-security-policy', 'of all'));
  await server.register(deliverPage, { phase: () => phase });
  return server.inject('/deliver');
}

let page: Awaited<ReturnType<typeof pageIn>>;
beforeAll(async () => {
  page = await pageIn({ kind: 'ready', plugins: builtInPlugins });
});

const scriptsIn = (html: string) =>
  [...html.matchAll(/<script(?<type>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)].map(({ groups }) => groups);
const choicesIn = (html: string) => JSON.parse(scriptsIn(html)[0]?.text ?? '');
const sourceOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the page runs and loads nothing but what stands in it, and is kept and framed by nobody', () => {
  const { 'content-security-policy': policy, ...headers } = page.headers;
  expect(page.statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  });
  const [, script] = scriptsIn(page.body);
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page.body) ?? [];
  expect(String(policy).split('; ')).toEqual([
    `default-src 'none'`,
    `script-src ${sourceOf(script?.text)}`,
    `style-src ${sourceOf(style)}`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ]);
});

test('it is one document of less than 12 KB, without anything that the policy would stop', () => {
  expect(Buffer.byteLength(page.body)).toBeLessThan(12 * 1024);
  expect(scriptsIn(page.body).map((script) => script?.type)).toEqual([
    ' type="application/json" id="plugins"',
    '',
  ]);
  expect(page.body).not.toMatch(/\s(src|href|action|style|on\w+)=|https?:|@import|url\(|innerHTML|eval/);
});

test('its script can be read by a browser and finds all that it looks for', () => {
  const text = scriptsIn(page.body)[1]?.text ?? '';
  expect(() => new Script(text)).not.toThrow();
  const wanted = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, id]) => `id="${id}"`);
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((id) => page.body.split(id).length !== 2)).toEqual([]);
});

test('what it asks is in the schema, and so is what it takes a one-time link by', () => {
  const schema = createSchema();
  const text = scriptsIn(page.body)[1]?.text ?? '';
  const [, query = ''] = /const query = '([^']+)'/.exec(text) ?? [];
  expect(validate(schema, parse(query))).toEqual([]);
  const [, kind] = /me\.kind === '([^']+)'/.exec(text) ?? [];
  const kinds = schema.getType('PrincipalKind');
  expect(isEnumType(kinds) && kinds.getValue(kind ?? '')?.value).toBe('link');
});

test('every field has a label, and what is said in German is said in English too', () => {
  const [, body = ''] = page.body.split('<body>');
  const fields = [...body.matchAll(/<(?:input|select) id="([^"]+)"/g)].map(([, id]) => id);
  expect(fields).toEqual(['link', 'plugin', 'file']);
  for (const id of fields) expect(body).toContain(`<label for="${id}" data-en=`);
  const untold = [...body.matchAll(/<(?:h1|label|button|th|span)\b([^>]*)>[^<]/g)].filter(
    ([, attributes]) => !attributes?.includes('data-en="'),
  );
  expect(untold).toEqual([]);
});

test('it offers the plug-ins that take own figures', () => {
  expect(choicesIn(page.body)).toContainEqual({
    id: 'opening',
    title: ['Interkulturelle Öffnung', 'Intercultural opening'],
  });
  expect(choicesIn(page.body).map(({ id }: { id: string }) => id)).not.toContain('population');
});

test('a title that holds the end of a script stays a title', async () => {
  const text = '</script><script>alert(1)</script><!--';
  const plugin = { ...openingPlugin, title: { de: text, en: text } };
  const { body } = await pageIn({ kind: 'ready', plugins: [plugin] });
  expect(scriptsIn(body)).toHaveLength(2);
  expect(body).not.toContain('<!--');
  expect(choicesIn(body)).toEqual([{ id: 'opening', title: [text, text] }]);
});

test('while the server starts, the page says so and comes again', async () => {
  const early = await pageIn({ kind: 'starting' });
  expect(early.statusCode).toBe(503);
  expect(early.headers['retry-after']).toBe('3');
  expect(choicesIn(early.body)).toBeNull();
  expect(early.body).toContain('Kreisweit startet gerade');
});
