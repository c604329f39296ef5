import type {
  Actor,
  BodyMeeting,
  BodyMember,
  ConceptVersion,
  CooperationBody,
  DeliveryDeadline,
  IntegrationTask,
  TaskAssignment,
  TaskOverride,
  Training,
} from '@kreisweit/domain';
import type { DecisionHistory } from '../decisions/decision-history.ts';
import type { PositionRequest } from '../decisions/take-position.ts';

/** What belongs to a district, by its key, where the record itself does not say so. */
export type OfDistrict<Value> = Value & { readonly district: string };

/**
 * A position as it is written down on behalf of a party of a decision that is open; null as `proposalVersion` is the version that is decided
 * on. What a district says of itself is its own.
 */
export type FiledPosition = OfDistrict<Omit<PositionRequest, 'proposalVersion'>> & {
  readonly decision: string;
  readonly round: number;
  readonly proposalVersion: number | null;
};

/** The records of cooperation that files hold, each kind one sort of them, in the order in which one kind names those before it. */
export type CooperationRecords = {
  readonly actors: Actor;
  readonly tasks: OfDistrict<IntegrationTask>;
  readonly overrides: TaskOverride;
  readonly assignments: OfDistrict<TaskAssignment>;
  readonly decisions: DecisionHistory;
  readonly positions: FiledPosition;
  readonly bodies: CooperationBody;
  readonly members: OfDistrict<BodyMember>;
  readonly meetings: OfDistrict<Omit<BodyMeeting, 'reported'>>;
  readonly concept: ConceptVersion;
  readonly trainings: Training;
  readonly deadlines: DeliveryDeadline;
};

export type CooperationKind = keyof CooperationRecords;

/** All kinds, in that order. */
export const cooperationKinds = Object.freeze([
  'actors',
  'tasks',
  'overrides',
  'assignments',
  'decisions',
  'positions',
  'bodies',
  'members',
  'meetings',
  'concept',
  'trainings',
  'deadlines',
] as const) satisfies readonly CooperationKind[];
