import { type Kysely, sql } from 'kysely';

/**
 * Subjects in the catalogue (which measures of different statistics stand side by side, and what differs between them),
 * and `subject_agreement`: which of them a district uses for what. A small reference table; subjects and measures are
 * named by key, since definitions are versioned too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table catalogue_item drop constraint catalogue_item_kind_check',
  `alter table catalogue_item add constraint catalogue_item_kind_check
     check (kind in ('plugin', 'statistic', 'input', 'measure', 'indicator', 'subject'))`,
  'alter table data_version drop constraint data_version_kind_check',
  `alter table data_version add constraint data_version_kind_check check (kind in (
    'release', 'withdrawal', 'catalogue', 'register', 'rebuild', 'changes', 'crosswalk', 'boundaries', 'groups',
    'agreements'
  ))`,
  `create table subject_agreement (
    territory_id int not null,
    subject text not null,
    measure text not null,
    purpose_de text not null,
    purpose_en text not null,
    since date not null,
    decided_by text not null,
    source text not null,
    file text not null,
    version_from int not null,
    version_until int,
    primary key (territory_id, subject, purpose_de, source, version_from)
  )`,
  'create index subject_agreement_subject on subject_agreement (subject)',
];
