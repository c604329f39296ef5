import { createHash } from 'node:crypto';
import { addMonths, dueCalendar, type Principal } from '@kreisweit/domain';
import { actingStore, dueOf, publishedVersion, type Store, todayInGermany } from '@kreisweit/store';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { IssuerUnavailable } from '../access/issuer-unavailable.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import type { RequestGate } from '../limits/request-gate.ts';
import { CALENDAR_ROUTE, tokenInAddress } from '../limits/token-in-address.ts';
import type { Log } from '../log.ts';
import { calendarNames } from './calendar-names.ts';
import { type CalendarRequest, calendarRequest } from './calendar-request.ts';
import { isKnown } from './is-known.ts';
import type { ReadyServer, ServerPhase } from './server-phase.ts';

/** What calendars need. `phase` is asked for every request; without `enter` as many may ask as want to. */
export type CalendarRoutesOptions = {
  readonly phase: () => ServerPhase;
  readonly log: Log;
  readonly enter?: RequestGate;
};

/** Programs ask anew every few hours; a quarter of an hour late is soon enough. Only for whoever has the token. */
const CACHE = 'private, max-age=900';

/**
 * `GET /calendar/<district>.ics?token=kw_...`: what is due in a district, as a calendar to subscribe to. `lang=en` is in English, `months=3` reaches so far
 * ahead (12; 1 to 24). The token may stand in the header Authorization too.
 *
 * | answer | |
 * |---|---|
 * | 200, 304 | the calendar; the client has it already |
 * | 401, 403 | no token that is accepted; not for this district, or a token that may do more and stands in the address |
 * | 400, 404 | what stands behind the question mark; no address of a calendar |
 * | 429, 503 | too often; not ready yet |
 *
 * A token in an address is seen by others: in histories, in the logs of proxies, by whoever gets the calendar passed on. So only one that may
 * read calendars and nothing else is taken there.
 */
export const calendarRoutes: FastifyPluginAsync<CalendarRoutesOptions> = async (
  server,
  { phase, log, enter },
) => {
  server.get<{ Params: { file: string } }>(CALENDAR_ROUTE, async (request, reply) => {
    const current = phase();
    if (current.kind !== 'ready') {
      reply.header('retry-after', '2');
      return refuse(reply, 503, `Kreisweit is ${current.kind}: try again in a moment`);
    }
    const asked = calendarRequest(request.params.file, request.query as Readonly<Record<string, unknown>>);
    if ('status' in asked) return refuse(reply, asked.status, asked.message);
    try {
      const principal = await principalOf(request, current);
      using _room = await enter?.(request, reply, principal);
      const isNarrow = principal.grants.every(({ role }) => role === 'CALENDAR_READER');
      if (tokenInAddress(request) !== undefined && !isNarrow) {
        log.warn('a token that may do more than read calendars stood in an address', {
          identity: principal.id,
        });
        return refuse(reply, 403, whyNotInAddress(principal));
      }
      if (!(await mayRead(current, principal, asked.district))) {
        return refuse(reply, 403, `This access is not for the calendar of ${asked.district}`);
      }
      return await answerCalendar(current.store, asked, { request, reply });
    } catch (error) {
      if (error instanceof Unauthenticated) {
        reply.header('www-authenticate', error.challenge);
        return refuse(
          reply,
          401,
          'A calendar needs a token that is valid now: /calendar/12070.ics?token=kw_...',
        );
      }
      if (!(error instanceof IssuerUnavailable)) throw error;
      reply.header('retry-after', '60');
      return refuse(reply, 503, error.message);
    }
  });
};

/** Who asks. In an address only tokens of Kreisweit are looked at: nothing that a person signs in with belongs there. */
async function principalOf(request: FastifyRequest, { authenticate }: ReadyServer): Promise<Principal> {
  const inAddress = tokenInAddress(request);
  if (inAddress !== undefined && !inAddress.startsWith('kw_')) throw new Unauthenticated();
  const principal = await authenticate(
    inAddress === undefined ? request.headers.authorization : `Bearer ${inAddress}`,
  );
  if (principal.kind === 'anonymous') throw new Unauthenticated();
  return principal;
}

async function mayRead({ writing }: ReadyServer, principal: Principal, district: string): Promise<boolean> {
  const store = actingStore(writing, { principal, requestId: null });
  const [decision] = await store.may('READ_DUE', [{ kind: 'cooperation', district }]);
  return decision?.allowed === true;
}

function whyNotInAddress({ id }: Principal): string {
  const token = id.replace(/^token:/, '');
  return (
    'This token may do more than read a calendar, and an address is seen by others: in histories, logs and mails. Replace it now ' +
    `(npx kreisweit token rotate ${token} --grace 0), and make one for the calendar alone: npx kreisweit token create --role CALENDAR_READER`
  );
}

async function answerCalendar(
  { db }: Store,
  { district, months, language }: CalendarRequest,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const on = todayInGermany();
  const { number: asOf } = await publishedVersion(db);
  const [entries = []] = await dueOf(db, { asOf, districts: [district], until: addMonths(on, months), on });
  const { names, district: about } = await calendarNames(db, { asOf, district, entries });
  const name = `${about}: ${language === 'de' ? 'was ansteht' : 'what is due'}`;
  const calendar = (now: string) => dueCalendar(entries, now, { names, language, name });
  const etag = tagOf(calendar(NO_MOMENT));
  reply
    .header('etag', etag)
    .header('cache-control', CACHE)
    .header('content-disposition', `inline; filename="kreisweit-${district}.ics"`);
  if (isKnown(request, etag)) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(calendar(new Date().toISOString()));
}

/** The moment at which a calendar was made stands in it, and does not make it another one. */
const NO_MOMENT = '2000-01-01T00:00:00Z';

/** Weak, as the moment is left out. */
function tagOf(calendar: string): string {
  return `W/"${createHash('sha256').update(calendar).digest('base64url').slice(0, 22)}"`;
}

/** Calendar programs show such an answer as it is. */
function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`${message}\n`);
}
