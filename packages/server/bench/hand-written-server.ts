/**
 * A program: what a good programmer would write for this one question, with nothing between HTTP and one SQL statement
 * over the same tables. The limit for the API. Writes its URL as one line and ends with its standard input.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { statusCodes, statuses } from '@kreisweit/domain';
import pg from 'pg';

const STATEMENT = `
select v.name, i.key, json_build_array(s.periods, s."values", s.statuses) as cells
from published_pointer p
join territory t on t.kind = 'district' and t.key = $1
join lateral (
  select w.name
  from territory_version w
  where w.territory_id = t.id and w.version_from <= p.version and (w.version_until is null or w.version_until > p.version)
  order by w.proven_from desc
  limit 1
) v on true
join unnest($2::text[]) with ordinality as wanted (key, position) on true
join catalogue_item i on i.kind = 'indicator' and i.key = wanted.key
join published_series s
  on s.district_id = coalesce(t.same_as, t.id) and s.territory_id = coalesce(t.same_as, t.id) and s.indicator_id = i.id
  and s.breakdown_id = 0 and s.version_from <= p.version and (s.version_until is null or s.version_until > p.version)
order by wanted.position`;

type Row = {
  readonly name: string;
  readonly key: string;
  readonly cells: readonly [periods: string[], values: (number | null)[], statuses: number[]];
};

const names = new Map<number, string>(statuses.map((status) => [statusCodes[status], status]));
const [database = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: database, max: 10 });

const server = createServer(async (request, response) => {
  const { variables } = JSON.parse(await bodyOf(request));
  const { rows } = await pool.query<Row>(STATEMENT, [variables.key, variables.indicators]);
  const seriesOf = rows.map(({ key, cells: [periods, values, codes] }) => ({
    indicator: { key },
    periods,
    values,
    statuses: codes.map((code) => names.get(code)),
  }));
  const body = JSON.stringify({ data: { district: { name: rows[0]?.name, seriesOf } } });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/\n`);

await once(process.stdin.resume(), 'close');
server.close();
server.closeAllConnections();
await pool.end();
