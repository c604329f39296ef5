import type { DegreeOfUrbanisation, Grant, GroupCategory, Json, Role } from '@kreisweit/domain';
import type { GeneratedAlways } from 'kysely';
import type { BoundaryLevel } from './boundaries/boundary-level.ts';

/** The tables as Kysely sees them: one type a table, named as in SQL. Dates are ISO text, counts are numbers. */
export type StoreSchema = {
  data_version: {
    version: number;
    kind: VersionKind;
    note: string;
    state: 'building' | 'published';
    started_at: string;
    published_at: string | null;
  };
  published_pointer: { only_row: boolean; version: number };
  territory: {
    id: number;
    kind: string;
    key: string;
    same_as: number | null;
    evidence: Evidence;
  };
  register: Versioned & {
    id: number;
    file: string;
    format: string;
    checksum: string;
    territory_date: string;
    population_date: string;
    demo: boolean;
  };
  register_entry: {
    register_id: number;
    territory_id: number;
    ars: string | null;
    ags: string | null;
    name: string;
    text_code: string | null;
    inhabited: boolean;
    area_hectares: number | null;
    population: number | null;
    male: number | null;
    postcode: string | null;
    degree_of_urbanisation: DegreeOfUrbanisation | null;
  };
  territory_version: Versioned &
    Validity & {
      territory_id: number;
      ars: string | null;
      ags: string | null;
      name: string;
      text_code: string | null;
      inhabited: boolean;
      evidence: Evidence;
      name_folded: GeneratedAlways<string>;
      name_plain: GeneratedAlways<string>;
    };
  membership: Versioned &
    Validity & {
      member_id: number;
      parent_id: number;
      relation: 'association' | 'district' | 'region' | 'state' | 'country' | 'group';
    };
  territory_group: Versioned & {
    territory_id: number;
    title_de: string;
    title_en: string;
    category: GroupCategory;
    source: string;
    file: string;
  };
  catalogue_item: {
    id: number;
    kind: 'plugin' | 'statistic' | 'input' | 'measure' | 'indicator' | 'subject';
    key: string;
  };
  catalogue_version: Versioned & { item_id: number; definition: unknown };
  subject_agreement: Versioned & {
    territory_id: number;
    subject: string;
    measure: string;
    purpose_de: string;
    purpose_en: string;
    since: string;
    decided_by: string;
    source: string;
    file: string;
  };
  breakdown: { id: number; key: string };
  release: Versioned & {
    id: number;
    input_id: number;
    kind: 'full' | 'partial';
    source: string;
    title: string;
    institute: string;
    licence: string;
    file: string;
    checksum: string;
    retrieved_at: string | null;
    received_at: string;
    notes: string[];
    demo: boolean;
    cells: number;
    measure_ids: number[];
    levels: string[];
    periods: string[];
    boundary_years_behind: number;
    boundary_years_ahead: number;
    proposed_release_id: number | null;
    rounded_to: number | null;
    perturbed: GeneratedAlways<boolean>;
    warning_count: GeneratedAlways<number>;
    warnings: GeneratedAlways<unknown>;
    delivered_by: GeneratedAlways<string>;
    delivered_role: GeneratedAlways<Role>;
  };
  release_on_behalf: {
    release_id: number;
    territory_id: number;
    confirmed_at: string | null;
    confirmed_by: string | null;
  };
  access_token: {
    id: string;
    kind: 'token' | 'link';
    name: string;
    secret_hash: Buffer;
    grants: readonly Grant[];
    districts: string[];
    created_at: GeneratedAlways<string>;
    created_by: string;
    expires_at: string;
    last_used_at: string | null;
    used_at: string | null;
    revoked_at: string | null;
    replaced_by: string | null;
  };
  audit_entry: {
    id: GeneratedAlways<string>;
    at: GeneratedAlways<string>;
    identity: string;
    name: string;
    role: Role;
    what: string;
    subject_kind: string;
    subject_key: string;
    districts: string[];
    before: Json;
    after: Json;
    request_id: string | null;
    data_version: number | null;
  };
  district_setting: { district_key: string; reviews_deliveries: boolean };
  delivery_receipt: {
    identity: string;
    idempotency_key: string;
    request_hash: string;
    status: number | null;
    answer: unknown;
    created_at: GeneratedAlways<string>;
  };
  release_moment: { release_id: number; measure_id: number; period: string; boundary_date: string };
  proposed_release: {
    id: number;
    input: string;
    kind: 'full' | 'partial';
    source: string;
    title: string;
    institute: string;
    licence: string;
    file: string;
    checksum: string;
    retrieved: string | null;
    notes: string[];
    boundary_notes: unknown;
    proposed_at: string;
    preview: unknown;
    rejected_at: string | null;
    reason: string | null;
    read_at_version: number;
    delivered_by: GeneratedAlways<string>;
    delivered_role: GeneratedAlways<Role>;
    territories: GeneratedAlways<string[]>;
  };
  proposed_batch: { proposed_release_id: number; position: number; observations: Buffer };
  release_territory: {
    release_id: number;
    territory_id: number;
    delivered_key: string;
    delivered_name: string;
    line: number | null;
  };
  observation: Versioned & {
    district_id: number;
    measure_id: number;
    input_id: number;
    territory_id: number;
    period: string;
    breakdown_id: number;
    release_id: number;
    association_id: number | null;
    value: number | null;
    status: number;
    flags: number;
    sign: string | null;
    reference_date: string;
    boundary_date: string;
  };
  aggregate: Versioned & {
    district_id: number;
    measure_id: number;
    territory_id: number;
    period: string;
    breakdown_id: number;
    value: number | null;
    status: number;
    flags: number;
    origin: number;
    sum: number | null;
    weight: number | null;
    minimum: number | null;
    maximum: number | null;
    reported: number;
    expected: number;
    hidden: number;
    population_reported: number | null;
    population_expected: number | null;
    difference: number | null;
    sign: string | null;
    boundary_date: string | null;
  };
  published_series: Versioned & {
    district_id: number;
    territory_id: number;
    indicator_id: number;
    breakdown_id: number;
    periods: string[];
    values: (number | null)[];
    statuses: number[];
    flags: number[];
    origins: number[];
    coverages: (number | null)[];
  };
  recommendation: {
    key: string;
    official_number: number | null;
    field: string;
    title_de: string;
    title_en: string;
    text_de: string;
    text_en: string;
    source_document: string;
    source_place: string;
    source_url: string | null;
    evidence: 'SUMMARY' | 'DOCUMENT' | 'LOCAL';
    position: number;
  };
  actor: {
    key: string;
    kind: string;
    name: string;
    description_de: string;
    description_en: string;
    topics: string[];
    languages: string[];
    migrant_led: boolean;
    demo: boolean;
  };
  change_source: Versioned & {
    id: number;
    kind: 'changes' | 'crosswalk';
    territory_kind: string | null;
    file: string;
    checksum: string;
    covers_from: string;
    covers_until: string;
    source_days: string[];
    target_on: string | null;
    demo: boolean;
  };
  territory_change: {
    change_source_id: number;
    line: number;
    reference: string;
    kinds: string[];
    territory_kind: string;
    from_id: number;
    to_id: number;
    from_ars: string;
    from_name: string;
    to_ars: string;
    to_name: string;
    area_square_metres: number | null;
    population: number | null;
    legal_on: string;
    effective_on: string;
  };
  territory_link: {
    change_source_id: number;
    source_id: number;
    target_id: number;
    source_from: string;
    source_until: string;
    target_on: string;
    population: number | null;
    area: number | null;
    employment: number | null;
  };
  territory_name: { change_source_id: number; territory_id: number; day: string; name: string };
  territory_life: Versioned & {
    territory_id: number;
    first: string;
    last: string;
    valid_from: string | null;
    valid_until: string | null;
    in_force_from: string | null;
    in_force_until: string | null;
  };
  earlier_district: Versioned & { territory_id: number; district_id: number; before: string };
  reform: Versioned & { territory_id: number; day: string; moves_population: boolean };
  actor_territory: { actor_key: string; territory_id: number };
  boundary_set: Versioned & {
    id: number;
    kind: BoundaryLevel;
    valid_on: string;
    file: string;
    checksum: string;
    source: string;
    licence: string;
    changes: string | null;
    territory_ids: number[];
    content_hash: string;
    topology: string;
  };
  neighbour: { boundary_set_id: number; territory_id: number; neighbour_id: number };
};

/** What made a data version. */
export type VersionKind =
  | 'release'
  | 'withdrawal'
  | 'catalogue'
  | 'register'
  | 'rebuild'
  | 'changes'
  | 'crosswalk'
  | 'boundaries'
  | 'groups'
  | 'agreements';

/**
 * What a territory is known from: a register, a list of changes or crosswalk, or only a table (provisional); a free group
 * from the file that declares it.
 */
export type Evidence = 'REGISTER' | 'LIST' | 'TABLE' | 'DECLARED';

/** The data versions in which a row is true: from `version_from` until just before `version_until` (null = open). */
type Versioned = { version_from: number; version_until: number | null };

/** What is known about the time of a territory: proven by registers or tables, valid by a list of changes. ISO. */
type Validity = {
  proven_from: string;
  proven_until: string;
  valid_from: string | null;
  valid_until: string | null;
  in_force_from: string | null;
  in_force_until: string | null;
};
