import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { exampleQueries } from '../example-queries.ts';

type Page = { readonly zipped: Buffer; readonly etag: string; readonly policy: string };

let page: Promise<Page> | undefined;

/**
 * Answers with GraphiQL, the example queries open in its tabs. The whole of it (9 MB) is one page, so that it works
 * without the internet; it is made when it is first asked for, kept compressed, and sent again only when it changed.
 */
export async function graphiqlPage(request: FastifyRequest, reply: FastifyReply) {
  page ??= makePage();
  const { zipped, etag, policy } = await page;
  reply
    .header('vary', 'accept, accept-encoding')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  reply.type('text/html; charset=utf-8');
  if (request.headers['accept-encoding']?.includes('gzip') !== true) return promisify(gunzip)(zipped);
  return reply.header('content-encoding', 'gzip').send(zipped);
}

/**
 * Nothing comes from elsewhere and nothing goes there: the page may ask this server only, and runs no script but its own. Its editor
 * works in threads that it makes of itself, and writes styles.
 */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) =>
    hashOf(script, 'base64'),
  );
  return [
    `default-src 'none'`,
    `script-src ${scripts.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    'worker-src blob:',
    `style-src 'unsafe-inline'`,
    'img-src data:',
    'font-src data:',
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function hashOf(text: string, encoding: 'base64' | 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding);
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  // The title stands behind the name of the query: GraphiQL names a tab after what comes first.
  const tabs = exampleQueries.map(({ title, query }) => ({ query: query.replace('{', `{\n  # ${title}`) }));
  // With the query of the first tab GraphiQL finds that tab again when the page is loaded anew, and adds none.
  const html = renderGraphiQL({ title: 'Kreisweit', endpoint: '/graphql', defaultTabs: tabs, ...tabs[0] });
  const zipped = await promisify(gzip)(html);
  return { zipped, etag: `"${hashOf(html, 'base64url')}"`, policy: policyOf(html) };
}
