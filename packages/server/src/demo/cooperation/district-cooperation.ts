import type {
  BodyMeeting,
  BodyMember,
  ConceptVersion,
  CooperationBody,
  DeliveryDeadline,
  IntegrationTask,
  JointDecision,
  TaskAssignment,
  TaskOverride,
  Training,
} from '@kreisweit/domain';

/** The cooperation in a demo district, all of it invented; `decisions` are their rounds, the earlier ones first. */
export type DistrictCooperation = {
  readonly district: string;
  readonly tasks: readonly IntegrationTask[];
  readonly overrides: readonly TaskOverride[];
  readonly assignments: readonly TaskAssignment[];
  readonly bodies: readonly CooperationBody[];
  readonly members: readonly BodyMember[];
  readonly meetings: readonly BodyMeeting[];
  readonly decisions: readonly JointDecision[];
  readonly concepts: readonly ConceptVersion[];
  readonly trainings: readonly Training[];
  readonly deadlines: readonly DeliveryDeadline[];
};
