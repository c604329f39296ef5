import type {
  ActionStatus,
  AskedOf,
  BodyKind,
  BodyRole,
  ConceptTarget,
  DegreeOfUrbanisation,
  Grant,
  GroupCategory,
  JointDecisionEvent,
  JointDecisionEventKind,
  JointDecisionState,
  Json,
  MeetingLink,
  MeetingState,
  PartyKind,
  Role,
  TaskLevel,
  TaskObligation,
  TaskRole,
  TrainingAudience,
  TrainingState,
} from '@kreisweit/domain';
import type { Generated, GeneratedAlways } from 'kysely';
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
  joint_decision: {
    district_key: string;
    key: string;
    round: number;
    revision: number;
    state: JointDecisionState;
    title_de: string;
    title_en: string;
    consultation_last_day: string | null;
    voting_last_day: string | null;
    ended_on: string | null;
  };
  joint_decision_entry: {
    district_key: string;
    key: string;
    round: number;
    revision: number;
    kind: JointDecisionEventKind;
    happened_on: string;
    recorded_at: GeneratedAlways<string>;
    event: JointDecisionEvent;
  };
  joint_decision_party: {
    district_key: string;
    key: string;
    round: number;
    kind: PartyKind;
    party_key: string;
  };
  concept_version: ConceptKey & {
    revision: number;
    title_de: string;
    title_en: string;
    valid_from: string | null;
    valid_until: string | null;
    adopted_by: string | null;
    adopted_round: number | null;
    adopted_on: string | null;
  };
  concept_field: ConceptPart & { title_de: string; title_en: string };
  concept_goal: ConceptPart & { field_key: string; title_de: string; title_en: string };
  concept_target: ConceptPart & {
    goal_key: string;
    indicator_key: string;
    breakdown_key: string;
    value: number;
    direction: ConceptTarget['direction'];
    period: string;
  };
  concept_action: ConceptPart & {
    goal_key: string;
    revision: number;
    title_de: string;
    title_en: string;
    valid_from: string | null;
    valid_until: string | null;
    status: ActionStatus;
    done_on: string | null;
    reason: string | null;
  };
  concept_action_actor: ConceptKey & {
    action_key: string;
    actor_key: string;
    position: number;
  };
  concept_recommendation: ConceptLink & { recommendation_key: string };
  concept_task: ConceptLink & { task_key: string };
  delivery_deadline: {
    district_key: string;
    key: string;
    revision: number;
    plugin: string;
    period: string;
    asked_of: AskedOf;
    title_de: string;
    title_en: string;
    due_on: string;
    ended_on: string | null;
  };
  training: {
    district_key: string;
    key: string;
    revision: number;
    title_de: string;
    title_en: string;
    day: string;
    territory_key: string;
    organiser_key: string | null;
    audience: TrainingAudience;
    state: TrainingState;
    link: string | null;
  };
  demo_record: {
    district_key: string;
    kind: 'task' | 'override' | 'assignment' | 'body' | 'decision' | 'concept' | 'training' | 'deadline';
    key: string;
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
    district_key: string | null;
    website: string | null;
    email: string | null;
    source: Generated<string>;
    deactivated_on: string | null;
    merged_into: string | null;
    revision: Generated<number>;
  };
  actor_membership: {
    actor_key: string;
    position: number;
    organisation_key: string;
    valid_from: string | null;
    valid_until: string | null;
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
  task_revision: { district_key: string; revision: number };
  district_task: {
    district_key: string;
    key: string;
    title_de: string;
    title_en: string;
    description_de: string;
    description_en: string;
    obligation: TaskObligation;
    level: TaskLevel;
    state_law_de: string | null;
    state_law_en: string | null;
    revision: number;
  };
  task_override: {
    district_key: string;
    task_key: string;
    obligation: TaskObligation | null;
    level: TaskLevel | null;
    reason_de: string;
    reason_en: string;
    revision: number;
  };
  task_assignment: {
    district_key: string;
    key: string;
    task_key: string;
    territory_kind: string;
    territory_key: string;
    actor_key: string;
    role: TaskRole;
    valid_from: string | null;
    valid_until: string | null;
    revision: number;
  };
  cooperation_body: {
    district_key: string;
    key: string;
    revision: number;
    kind: BodyKind;
    title_de: string;
    title_en: string;
    purpose_de: string | null;
    purpose_en: string | null;
    every_months: number | null;
    every_weeks: number | null;
    recurs_since: string | null;
    valid_from: string | null;
    valid_until: string | null;
  };
  body_member: {
    district_key: string;
    body_key: string;
    position: number;
    actor_key: string;
    role: BodyRole;
    valid_from: string | null;
    valid_until: string | null;
  };
  body_member_municipality: {
    district_key: string;
    body_key: string;
    position: number;
    municipality_key: string;
  };
  body_meeting: {
    district_key: string;
    body_key: string;
    key: string;
    revision: number;
    day: string;
    state: MeetingState;
    agenda: string[];
    links: readonly MeetingLink[];
    participants_recorded: boolean;
  };
  meeting_participant: { district_key: string; body_key: string; meeting_key: string; actor_key: string };
  meeting_resolution: {
    district_key: string;
    body_key: string;
    meeting_key: string;
    position: number;
    text: string;
    decision_key: string | null;
  };
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

/** A version of the concept of a district. */
type ConceptKey = { district_key: string; concept_key: string; number: number };

/** A part of a version of the concept, with its place in what it belongs to. */
type ConceptPart = ConceptKey & { key: string; position: number };

/** What a goal or an action of a version of the concept serves. */
type ConceptLink = ConceptKey & { part: 'goal' | 'action'; part_key: string; position: number };

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
