import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { engines } from '../testing/index.ts';

const folder = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that becomes SQL: the statements in the source, and those committed to be reviewed. */
const files = ['src', 'sql'].flatMap((name) =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith('testing'))
    .map((file) => ({ file: join(name, file), text: readFileSync(join(folder, name, file), 'utf8') })),
);

/** What would not run on a cluster, or would make every row pass one place. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['PL/pgSQL', /plpgsql|\bdo \$\w*\$/i],
  ['a trigger', /create\s+(or\s+replace\s+)?(constraint\s+)?trigger/i],
  ['a function', /create\s+(or\s+replace\s+)?(function|procedure)/i],
  ['a sequence', /\b(small|big)?serial\b|as\s+identity|nextval|create\s+sequence/i],
  ['a list of parameters', /\bin\s*\(\s*\$\d|, 'in', /i],
  ['a cursor lock', /for\s+(no key\s+)?update\b/i],
];

test.each(FORBIDDEN)('no statement of the store needs %s', (_, pattern) => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap(({ file, text }) => (pattern.test(text) ? [file] : []))).toEqual([]);
});

const LARGE = ['aggregate', 'observation', 'published_series'];

describe.each(engines)('the tables on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
  });
  afterAll(() => store.close());

  async function lines(sql: string): Promise<readonly string[]> {
    const { rows } = await store.database.pool.query<{ line: string }>(sql);
    return rows.map(({ line }) => line);
  }

  test('every key of a large table begins with the district, by which a cluster distributes it', async () => {
    const keys = await lines(`
      select c.relname || ': ' || a.attname as line
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relname in ('aggregate', 'observation', 'published_series') and (i.indisunique or i.indisprimary)
      order by line`);
    expect(keys).toEqual(LARGE.map((table) => `${table}: district_id`));
  });

  test('no large table has a foreign key, in either direction', async () => {
    const keys = await lines(`
      select conname as line from pg_constraint
      where contype = 'f' and (conrelid::regclass::text = any('{aggregate,observation,published_series}')
        or confrelid::regclass::text = any('{aggregate,observation,published_series}'))`);
    expect(keys).toEqual([]);
  });

  test('there is no trigger, function, sequence or default that counts', async () => {
    const found = await lines(`
      select 'trigger ' || tgname as line from pg_trigger where not tgisinternal
      union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
      union all select 'sequence ' || relname from pg_class where relkind = 'S'
      union all select 'identity ' || attname from pg_attribute where attidentity <> ''
      union all select 'rule ' || rulename from pg_rewrite where ev_class >= 16384`);
    expect(found).toEqual([]);
  });

  test('are those of the committed description', async () => {
    const described = await lines(DESCRIPTION);
    await expect(`${HEADER}\n${described.join('\n')}\n`).toMatchFileSnapshot('../../sql/schema.txt');
  });
});

const HEADER = 'Generated, do not edit; run: npx vitest run packages/store/src/migration -u';

/** The catalogue of PostgreSQL in words, the same on every version and engine. */
const DESCRIPTION = `
with the_table as (
  select oid, relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
),
line as (
  select t.name, 0 as part, 0 as position, E'\\n' || t.name as text
  from the_table t
  union all
  select t.name, 1, a.attnum,
    '  ' || rpad(a.attname, greatest(20, length(a.attname::text))) || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attcollation <> y.typcollation then ' collate ' || quote_ident(c.collname) else '' end
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
  from the_table t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  join pg_type y on y.oid = a.atttypid
  left join pg_collation c on c.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  union all
  select t.name, 2, 0, '  ' || pg_get_constraintdef(k.oid)
  from the_table t
  join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'c')
  union all
  select t.name, 3, 0, '  ' || regexp_replace(pg_get_indexdef(i.indexrelid), ' ON (public\\.)?', ' ON ')
  from the_table t
  join pg_index i on i.indrelid = t.oid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
)
select text as line from line order by name collate "C", part, position, text collate "C"`;
