import { type Kysely, sql } from 'kysely';

/**
 * Who may do what, and what was done. `access_token` keeps tokens and one-time links, their secrets hashed; `audit_entry` is
 * only ever added to; `district_setting` says which districts review deliveries; `delivery_receipt` what a delivery that may be sent twice was
 * answered; `release_on_behalf` for whom a coordinator delivered, and who confirmed it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table access_token (
    id text primary key,
    kind text not null check (kind in ('token', 'link')),
    name text not null,
    secret_hash bytea not null,
    grants json not null,
    districts text[] not null,
    created_at timestamptz not null default now(),
    created_by text not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    used_at timestamptz,
    revoked_at timestamptz,
    replaced_by text references access_token (id),
    check (expires_at > created_at)
  )`,
  'create index access_token_districts on access_token using gin (districts)',
  `create table audit_entry (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null default clock_timestamp(),
    identity text not null,
    name text not null,
    role text not null,
    what text not null,
    subject_kind text not null,
    subject_key text not null,
    districts text[] not null,
    before json,
    after json,
    request_id text,
    data_version int
  )`,
  'create index audit_entry_at on audit_entry (at desc, id desc)',
  'create index audit_entry_districts on audit_entry using gin (districts)',
  `create table district_setting (
    district_key text primary key,
    reviews_deliveries boolean not null
  )`,
  `create table delivery_receipt (
    identity text not null,
    idempotency_key text not null,
    request_hash text not null,
    status int,
    answer json,
    created_at timestamptz not null default now(),
    primary key (identity, idempotency_key),
    check ((status is null) = (answer is null))
  )`,
  `alter table release
     add column delivered_by text not null default 'operator',
     add column delivered_role text not null default 'ADMINISTRATOR'`,
  `alter table proposed_release
     add column delivered_by text not null default 'operator',
     add column delivered_role text not null default 'ADMINISTRATOR',
     add column territories text[] not null default '{}'`,
  `create table release_on_behalf (
    release_id int not null references release (id),
    territory_id int not null references territory (id),
    confirmed_at timestamptz,
    confirmed_by text,
    primary key (release_id, territory_id),
    check ((confirmed_at is null) = (confirmed_by is null))
  )`,
];
