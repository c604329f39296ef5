import type { FastifyPluginAsync } from 'fastify';
import type { ServerPhase } from './server-phase.ts';

/**
 * `/health/live`: the process runs. `/health/ready`: the database answers and a data version is published; 503 while
 * starting, while stopping and when the database is away, so that a load balancer sends nobody here.
 */
export const healthRoutes: FastifyPluginAsync<{ readonly phase: () => ServerPhase }> = async (
  server,
  { phase },
) => {
  server.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_, reply) => {
    const current = phase();
    if (current.kind !== 'ready') return reply.code(503).send({ status: current.kind });
    const dataVersion = await current.store.db
      .selectFrom('published_pointer')
      .select('version')
      .executeTakeFirst()
      .then(
        (row) => row?.version ?? null,
        () => null,
      );
    if (dataVersion === null) return reply.code(503).send({ status: 'database unavailable' });
    return { status: 'ready', dataVersion };
  });
};
