import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exampleQueries } from '../example-queries.ts';
import { createLog } from '../log.ts';
import { httpServer } from './http-server.ts';

const server = await httpServer({
  phase: () => ({ kind: 'starting' }),
  origins: [],
  log: createLog('error', () => undefined),
});

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, br' };
const page = await server.inject({ url: '/graphql', headers: browser });
const html = gunzipSync(page.rawPayload).toString();

test('a browser gets a page with the example queries in its tabs', () => {
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  for (const { title } of exampleQueries)
    expect(html).toContain(JSON.stringify(`{\n  # ${title}\n`).slice(1, -1));
});

test('nothing of it comes from elsewhere, and the browser is told not to fetch anything', () => {
  const [head = ''] = html.split('<body');
  const tags = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').match(/<[a-z]+[^>]*>/g) ?? [];
  expect(tags.filter((tag) => /(src|href|action)="(?!data:)/.test(tag))).toEqual([]);
  expect(head).not.toMatch(/@import|url\(\s*["']?(https?:)?\/\//);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none';/);
  expect(page.headers['content-security-policy']).not.toMatch(/https?:/);
});

test('runs its own script and no other', () => {
  const policy = String(page.headers['content-security-policy']);
  const [, scripts] = /script-src ([^;]*);/.exec(policy) ?? [];
  const own = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  expect(scripts).toBe(`'sha256-${createHash('sha256').update(own).digest('base64')}'`);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  // A browser hashes the script with its line ends as they are in the page only where they are these.
  expect(html).not.toContain('\r');
});

test('a browser that has it already gets it no second time', async () => {
  const headers = { ...browser, 'if-none-match': String(page.headers.etag) };
  const again = await server.inject({ url: '/graphql', headers });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe('');
});

test('a program that cannot unpack gets it as it is', async () => {
  const plain = await server.inject({ url: '/graphql', headers: { accept: 'text/html' } });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body).toBe(html);
});

test('the root of the server leads there', async () => {
  const answer = await server.inject({ url: '/', headers: browser });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('/graphql');
});
