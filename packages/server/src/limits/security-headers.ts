import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Two years, for this name only: other names below it are not ours. */
const HSTS = 'max-age=63072000';

/** Nothing of it is used by any page of ours. */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Adds to all answers what tells browsers to be careful: nothing is guessed, framed, or told to others, and answers are no pages that
 * could load anything. A page of ours writes a policy of its own over that. HTTPS is only asked for where the request came by it:
 * on the machine of a developer the next visit would fail.
 */
export async function securityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Pages that are allowed to read (CORS) read maps and answers from another site.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    hsts: false,
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    if (request.protocol === 'https') reply.header('strict-transport-security', HSTS);
  });
}
