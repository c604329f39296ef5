import type { FastifyRequest } from 'fastify';

/** Whether the client has the answer with this ETag already (If-None-Match, which compares weakly: RFC 9110, 13.1.2). */
export function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => opaqueOf(tag.trim())) ?? [];
  return known.includes(opaqueOf(etag)) || known.includes('*');
}

function opaqueOf(tag: string): string {
  return tag.replace(/^W\//, '');
}
