import type { AttackedServer } from './attacked-server.ts';
import type { Answer } from './send.ts';

/** What only the inside of the server says: errors of PostgreSQL, stacks, paths. No payload holds any of these. */
const INNER = [
  /syntax error at or near/i,
  /(relation|column|operator|function) "?[\w.]+"? does not exist/i,
  /violates [\w-]+ constraint|duplicate key value/i,
  /invalid (byte sequence|input syntax)|unsupported Unicode escape|out of range for type|value too long for type/i,
  /\bpg_[a-z]+|kysely|node_modules|node:internal/i,
  /\.ts:\d+|\bat [\w.<> ]+ \(/,
  /Cannot read propert|is not a function|is not iterable|Maximum call stack/,
  /"stacktrace"/,
];

/** The tables that the database has, those with a name that stands in no ordinary text. */
export async function innerNames({ store }: AttackedServer): Promise<readonly string[]> {
  const { rows } = await store.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name like '%\\_%'`,
  );
  return [...rows.map(({ name }) => name), 'secret_hash', 'district_id', 'territory_id', 'version_from'];
}

/** How many rows each table holds. */
export async function rowCounts({ store }: AttackedServer): Promise<Readonly<Record<string, number>>> {
  const { pool } = store.database;
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: counted } = await pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = counted[0]?.n ?? 0;
  }
  return counts;
}

/** What is wrong with an answer to an attack: an error of the server's own, or words from its inside. Empty for a good one. */
export function harmIn({ status, text }: Answer, names: readonly string[] = []): readonly string[] {
  const shown = text.slice(0, 300);
  return [
    ...(status >= 500 || status === 0 ? [`status ${status}: ${shown}`] : []),
    ...(text.includes('INTERNAL_SERVER_ERROR') ? [`INTERNAL_SERVER_ERROR: ${shown}`] : []),
    ...INNER.flatMap((pattern) => {
      const [found] = pattern.exec(text) ?? [];
      return found === undefined ? [] : [`says "${found}": ${shown}`];
    }),
    ...names.filter((name) => text.includes(name)).map((name) => `names ${name}: ${shown}`),
  ];
}
