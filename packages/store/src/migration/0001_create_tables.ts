import { type Kysely, sql } from 'kysely';

/**
 * The first tables. What holds for all of them:
 * - `version_from` / `version_until` bound the data versions in which a row is true; readers compare with the
 *   published pointer, so a row of a version that is still being built is seen by nobody;
 * - every key of a large table (observation, aggregate, published_series) begins with `district_id`, by which a
 *   cluster distributes them; they have no foreign keys, and neither have the tables that are filled by joining what they
 *   would refer to (checks row by row would slow loading and prove nothing);
 * - small tables (territories, catalogue, releases) are reference tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Versions
  `create table data_version (
    version int primary key,
    kind text not null check (kind in ('release', 'withdrawal', 'catalogue', 'register', 'rebuild')),
    note text not null,
    state text not null check (state in ('building', 'published')),
    started_at timestamptz not null default now(),
    published_at timestamptz
  )`,
  `create table published_pointer (
    only_row boolean primary key default true check (only_row),
    version int not null
  )`,
  `insert into published_pointer (version) values (0)`,

  // Territories
  `create table territory (
    id int primary key,
    kind text not null,
    key text not null,
    same_as int references territory (id),
    evidence text not null check (evidence in ('REGISTER', 'TABLE')),
    unique (kind, key)
  )`,
  `create index territory_same_as on territory (same_as) where same_as is not null`,
  `create table register (
    id int primary key,
    file text not null,
    format text not null,
    checksum text not null,
    territory_date date not null,
    population_date date not null,
    demo boolean not null,
    version_from int not null,
    version_until int
  )`,
  `create table register_entry (
    register_id int not null,
    territory_id int not null,
    ars text,
    ags text,
    name text not null,
    text_code text,
    inhabited boolean not null,
    area_hectares int,
    population int,
    male int,
    postcode text,
    primary key (register_id, territory_id)
  )`,
  `create table territory_version (
    territory_id int not null,
    proven_from date not null,
    proven_until date not null,
    valid_from date,
    valid_until date,
    ars text,
    ags text,
    name text not null,
    text_code text,
    inhabited boolean not null,
    evidence text not null check (evidence in ('REGISTER', 'TABLE')),
    version_from int not null,
    version_until int,
    primary key (territory_id, proven_from, version_from)
  )`,
  `create index territory_version_ars on territory_version (ars text_pattern_ops)`,
  `create table membership (
    member_id int not null,
    parent_id int not null,
    relation text not null check (relation in ('association', 'district', 'region', 'state', 'country')),
    proven_from date not null,
    proven_until date not null,
    valid_from date,
    valid_until date,
    version_from int not null,
    version_until int,
    primary key (member_id, relation, parent_id, proven_from, version_from)
  )`,
  `create index membership_parent on membership (parent_id, relation)`,

  // Catalogue
  `create table catalogue_item (
    id int primary key,
    kind text not null check (kind in ('plugin', 'statistic', 'input', 'measure', 'indicator')),
    key text not null,
    unique (kind, key)
  )`,
  `create table catalogue_version (
    item_id int not null references catalogue_item (id),
    definition jsonb not null,
    version_from int not null,
    version_until int,
    primary key (item_id, version_from)
  )`,
  `create table breakdown (
    id int primary key,
    key text not null unique
  )`,
  `insert into breakdown (id, key) values (0, '')`,

  // Releases
  `create table release (
    id int primary key,
    input_id int not null references catalogue_item (id),
    kind text not null check (kind in ('full', 'partial')),
    source text not null,
    title text not null,
    institute text not null,
    licence text not null,
    file text not null,
    checksum text not null,
    retrieved_at timestamptz,
    received_at timestamptz not null default now(),
    notes text[] not null,
    demo boolean not null,
    cells int not null,
    measure_ids int[] not null,
    levels text[] not null,
    periods text[] not null,
    version_from int not null,
    version_until int
  )`,
  `create table release_territory (
    release_id int not null,
    territory_id int not null,
    delivered_key text not null,
    delivered_name text not null,
    line int,
    primary key (release_id, territory_id)
  )`,

  // Facts: large tables, every key with district_id
  `create table observation (
    district_id int not null,
    measure_id int not null,
    input_id int not null,
    territory_id int not null,
    period text collate "C" not null,
    breakdown_id int not null,
    version_from int not null,
    version_until int,
    release_id int not null,
    association_id int,
    value double precision,
    status smallint not null,
    flags smallint not null,
    sign text,
    reference_date date not null,
    boundary_date date not null,
    primary key (district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from)
  )`,
  `create table aggregate (
    district_id int not null,
    measure_id int not null,
    territory_id int not null,
    period text collate "C" not null,
    breakdown_id int not null,
    version_from int not null,
    version_until int,
    value double precision,
    status smallint not null,
    flags smallint not null,
    origin smallint not null,
    sum double precision,
    weight double precision,
    minimum double precision,
    maximum double precision,
    reported int not null,
    expected int not null,
    hidden int not null,
    population_reported double precision,
    population_expected double precision,
    difference double precision,
    sign text,
    primary key (district_id, measure_id, territory_id, period, breakdown_id, version_from)
  )`,
  `create table published_series (
    district_id int not null,
    territory_id int not null,
    indicator_id int not null,
    breakdown_id int not null,
    version_from int not null,
    version_until int,
    periods text[] not null,
    "values" double precision[] not null,
    statuses smallint[] not null,
    flags smallint[] not null,
    origins smallint[] not null,
    coverages double precision[] not null,
    primary key (district_id, territory_id, indicator_id, breakdown_id, version_from)
  )`,

  // Recommendations and actors
  `create table recommendation (
    key text primary key,
    official_number int,
    field text not null,
    title_de text not null,
    title_en text not null,
    text_de text not null,
    text_en text not null,
    source_document text not null,
    source_place text not null,
    source_url text,
    evidence text not null check (evidence in ('SUMMARY', 'DOCUMENT', 'LOCAL')),
    position int not null
  )`,
  `create table actor (
    key text primary key,
    kind text not null,
    name text not null,
    description_de text not null,
    description_en text not null,
    topics text[] not null,
    languages text[] not null,
    migrant_led boolean not null,
    demo boolean not null
  )`,
  `create table actor_territory (
    actor_key text not null references actor (key) on delete cascade,
    territory_id int not null references territory (id),
    primary key (actor_key, territory_id)
  )`,
  `create index actor_territory_territory on actor_territory (territory_id)`,
];
