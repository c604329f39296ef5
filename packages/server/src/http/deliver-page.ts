import { createHash } from 'node:crypto';
import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import type { FastifyPluginAsync } from 'fastify';
import { deliverPageHtml, deliverPageStyle } from './deliver-page-html.ts';
import { deliverPageScript } from './deliver-page-script.ts';

/** What the page needs: `phase` is asked for every request, for the plug-ins that files can be delivered to. */
export type DeliverPageOptions = {
  readonly phase: () =>
    | { readonly kind: 'starting' | 'stopping' }
    | { readonly kind: 'ready'; readonly plugins: readonly IndicatorPlugin[] };
};

/**
 * `GET /deliver`: the page behind a one-time link, `/deliver#kwl_...`. The secret is a fragment, which browsers send to nobody: it stands in no
 * log and no Referer. The page takes it from the address bar, asks who it is for, and delivers to `/releases/<plug-in>`. Until
 * the server is ready it says so, with status 503, and loads itself anew.
 */
export const deliverPage: FastifyPluginAsync<DeliverPageOptions> = async (server, { phase }) => {
  server.get('/deliver', async (_request, reply) => {
    const current = phase();
    const isReady = current.kind === 'ready';
    if (!isReady) reply.code(503).header('retry-after', '3');
    return reply
      .headers(HEADERS)
      .type('text/html; charset=utf-8')
      .send(deliverPageHtml(isReady ? current.plugins : null));
  });
};

/** Nothing runs and nothing is loaded but what stands in the page; text from the server can never become a part of it. */
const POLICY = [
  `default-src 'none'`,
  `script-src '${hashOf(deliverPageScript)}'`,
  `style-src '${hashOf(deliverPageStyle)}'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
].join('; ');

const HEADERS = Object.freeze({
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
});

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
