import type { FastifyInstance } from 'fastify';
import { CommandError } from '../command-error.ts';

type Place = { readonly host: string; readonly port: number };

/** Takes the port. Answers the address as a browser on this machine writes it. */
export async function listen(server: FastifyInstance, { host, port }: Place): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new CommandError(refusal(error, { host, port }), { cause: error });
  }
  const [address] = server.addresses();
  const taken = typeof address === 'object' ? address.port : port;
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${taken}`;
}

function refusal(error: unknown, { host, port }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `port ${port} is in use by another program: stop that, or write PORT=${port + 1} before the command`;
  }
  if (code === 'EACCES') return `port ${port} is not allowed to you: write PORT=4000 before the command`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
    return `HOST "${host}" is no address of this machine: write localhost, or 0.0.0.0 for all of its addresses`;
  }
  return `cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}`;
}
