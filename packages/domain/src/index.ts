export { type Action, actions, rolesFor } from './access/action.ts';
export type { AuditEntry, AuditedChange, Json } from './access/audit-entry.ts';
export { type Decision, decide, everything, mayGive, type Place, type Target } from './access/decide.ts';
export { type Grant, grantOf, grantProblems, type Scope, scopesOfRole } from './access/grant.ts';
export { NotAllowed } from './access/not-allowed.ts';
export { type Acting, actingOperator, anonymous, operator, type Principal } from './access/principal.ts';
export { isRole, type Role, roles } from './access/role.ts';
export { type Actor, type ActorKind, actorKindTitles } from './actor/actor.ts';
export type { ActorMembership } from './actor/actor-membership.ts';
export { type ActorReferences, actorProblems } from './actor/actor-problems.ts';
export { circularMemberships, type MembershipOf } from './actor/circular-memberships.ts';
export { isLanguageCode } from './actor/language-code.ts';
export {
  type CellKey,
  cellId,
  type DeliveredRelease,
  type Delivery,
  deliveriesThatCount,
} from './aggregation/deliveries-that-count.ts';
export { meaningOfSigns, type SignKnowledge } from './aggregation/meaning-of-signs.ts';
export {
  isPublishableBelowDistricts,
  type KnownCell,
  type PublishedFigure,
  publishedFigures,
} from './aggregation/published-figures.ts';
export {
  type Figure,
  type Member,
  type RolledTerritory,
  type RolledUp,
  type RollUpRule,
  rollUp,
  type Standing,
} from './aggregation/roll-up.ts';
export {
  type AddingUp,
  countedFigure,
  type DeliveredFigure,
  rollUpCountry,
  type TerritoryOnDay,
} from './aggregation/roll-up-country.ts';
export {
  type AttendedMeeting,
  type BodyMeeting,
  heldMeetings,
  type MeetingDay,
  type MeetingLink,
  type MeetingResolution,
  type MeetingState,
  meetingStateTitles,
} from './body/body-meeting.ts';
export { type BodyMember, type BodyRole, bodyRoleTitles } from './body/body-member.ts';
export {
  type BodyReferences,
  bodyProblems,
  type MemberReferences,
  memberProblems,
} from './body/body-problems.ts';
export { type BodyKind, bodyKindTitles, type CooperationBody } from './body/cooperation-body.ts';
export {
  type MeetingPresence,
  meetingPresence,
  type PresenceContext,
  type PresenceOverTime,
  presenceOverTime,
} from './body/meeting-presence.ts';
export { meetingProblems } from './body/meeting-problems.ts';
export {
  type Attendance,
  attendanceTitles,
  type MemberAttendance,
  memberAttendance,
} from './body/member-attendance.ts';
export { type OverdueBody, overdueBodies } from './body/overdue-bodies.ts';
export type { Presence } from './body/presence.ts';
export { type Interval, nextMeetingDue, type Recurrence } from './body/recurrence.ts';
export { isStoredSeat, unitedSeats } from './body/united-seats.ts';
export type { Accuracy } from './catalogue/accuracy.ts';
export type { Catalogue, CatalogueInput, CataloguePlugin } from './catalogue/catalogue.ts';
export type { Deprecation } from './catalogue/deprecation.ts';
export type { Indicator } from './catalogue/indicator.ts';
export { lowestLevel } from './catalogue/lowest-level.ts';
export type { Additivity, Measure, MethodBreak } from './catalogue/measure.ts';
export type { Statistic } from './catalogue/statistic.ts';
export type { Subject } from './catalogue/subject.ts';
export {
  type ActionProgress,
  actionProgress,
  actionProgresses,
  actionProgressTitles,
} from './concept/action-progress.ts';
export { type ActionReport, actionReportProblems } from './concept/action-report.ts';
export { adoptedChangeProblems } from './concept/adopted-change-problems.ts';
export { type AdoptingDecision, adoptionProblems } from './concept/adoption-problems.ts';
export { type ActionStatus, actionStatusTitles, type ConceptAction } from './concept/concept-action.ts';
export { conceptChanges } from './concept/concept-changes.ts';
export { type ConceptReferences, conceptProblems } from './concept/concept-problems.ts';
export {
  actionCounts,
  type ConceptProgress,
  conceptProgress,
  type ProgressCounts,
} from './concept/concept-progress.ts';
export type { ConceptTarget } from './concept/concept-target.ts';
export {
  actionsOf,
  type ConceptGoal,
  type ConceptLinks,
  type ConceptVersion,
  conceptOn,
  type FieldOfAction,
} from './concept/concept-version.ts';
export { copyAsDraft } from './concept/copy-as-draft.ts';
export { type TargetCounts, targetCounts } from './concept/target-counts.ts';
export {
  type CurrentValue,
  type TargetBaseline,
  type TargetProgress,
  type TargetState,
  targetBaseline,
  targetProgress,
  targetStateTitles,
} from './concept/target-progress.ts';
export {
  type AppliedEvent,
  applyDecisionEvent,
  type DecisionConflict,
  type DecisionProblem,
} from './decision/apply-decision-event.ts';
export {
  type Abstentions,
  type CarryingRule,
  type CarryingRuleKind,
  carryingRule,
  carryingRuleTitles,
  defaultAbstentions,
  type Fraction,
} from './decision/carrying-rule.ts';
export type { DecisionContext } from './decision/decision-guard.ts';
export type { GuardName } from './decision/decision-guards.ts';
export { type DecisionTransition, decisionTransitions } from './decision/decision-transitions.ts';
export { explainJointDecisionResult, type NameOfParty } from './decision/explain-joint-decision-result.ts';
export {
  currentVersion,
  type DecisionDocument,
  type DecisionPeriod,
  type DecisionPopulation,
  type DecisionProposal,
  type JointDecision,
  type JointDecisionState,
  jointDecisionStateTitles,
  type MunicipalityInhabitants,
  type ProposedText,
} from './decision/joint-decision.ts';
export type {
  DecisionDraft,
  JointDecisionEntry,
  JointDecisionEvent,
  JointDecisionEventKind,
} from './decision/joint-decision-event.ts';
export {
  type DecisionReason,
  type InhabitantCounts,
  type JointDecisionOutcome,
  type JointDecisionResult,
  jointDecisionOutcomeTitles,
  jointDecisionResult,
  type MunicipalityCounts,
} from './decision/joint-decision-result.ts';
export {
  type EntitledParties,
  isSameParty,
  isSelfGoverning,
  type Party,
  type PartyKind,
  partiesOf,
  partyKindTitles,
} from './decision/party.ts';
export {
  isUnconfirmed,
  type PartyPosition,
  type PositionRecording,
  type StatedPosition,
  type TextInEither,
} from './decision/party-position.ts';
export { type PartyStanding, partyStandings } from './decision/party-standing.ts';
export { type PositionDue, positionsDue } from './decision/positions-due.ts';
export { evolveDecision, replayDecision } from './decision/replay-decision.ts';
export { isSupport, type Stance, stanceTitles } from './decision/stance.ts';
export { addDays, addMonths, daysBetween, isDay } from './due/day.ts';
export { deadlineProblems } from './due/deadline-problems.ts';
export {
  type AskedOf,
  askedOfTitles,
  type DeliveryDeadline,
  dueDeliveries,
  type OpenDelivery,
} from './due/delivery-deadline.ts';
export type { ActionInForce } from './due/due-actions.ts';
export { type DueAsked, dueAskedTitles } from './due/due-asked.ts';
export { type CalendarWords, dueCalendar } from './due/due-calendar.ts';
export {
  type DueEntry,
  type DueKind,
  type DueRow,
  type DueSubject,
  dueId,
  dueKinds,
  dueKindTitles,
} from './due/due-entry.ts';
export { type DueSources, dueUntil } from './due/due-list.ts';
export type { DueMeeting, MeetingBody } from './due/due-meetings.ts';
export type { DueNames } from './due/due-names.ts';
export { duePositions } from './due/due-positions.ts';
export {
  dueTrainings,
  type Training,
  type TrainingAudience,
  type TrainingState,
  trainingAudienceTitles,
  trainingStateTitles,
} from './due/training.ts';
export { type TrainingReferences, trainingProblems } from './due/training-problems.ts';
export { type CountInValue, countInValue } from './formula/count-in-value.ts';
export { COUNTS_ARE_EQUAL, type Component, evaluate, type Outcome } from './formula/evaluate.ts';
export { type BinaryOperator, type Comparison, type Formula, operandsOf } from './formula/formula.ts';
export { inlineIndicators } from './formula/inline-indicators.ts';
export {
  type ComparedInput,
  comparedInputs,
  comparedWith,
  crossesBreak,
  earlier,
  inputId,
  isComparison,
  leadingInputsOf,
  type MeasureInput,
  type Moment,
  measureInputsOf,
  PERIOD_ASKED_FOR,
  periodRead,
} from './formula/measure-inputs.ts';
export { roundValue } from './formula/round-value.ts';
export type { LocalisedText } from './localised-text.ts';
export {
  exactFigures,
  explainedDifference,
  type FigureAccuracy,
  PERTURBATION,
} from './measure/explained-difference.ts';
export { figureAccuracy } from './measure/figure-accuracy.ts';
export { type Bounds, isWithin, type MemberCondition } from './measure/member-condition.ts';
export { DEFAULT_MINIMUM, type Disclosure, type OverTime, type Rollup } from './measure/rollup.ts';
export { isUnit, type UnitKey, units } from './measure/unit.ts';
export { ruleOverTime, valueOverTime } from './measure/value-over-time.ts';
export { nearestNames } from './nearest-names.ts';
export { type BoundaryNote, boundaryDate } from './observation/boundary-note.ts';
export { type Breakdown, breakdownKey, parseBreakdownKey } from './observation/breakdown.ts';
export { type Cell, LARGEST_VALUE, type NumberFormat, readCell } from './observation/cell.ts';
export type { DeliveredObservation } from './observation/delivered-observation.ts';
export type { Category, Dimension } from './observation/dimension.ts';
export {
  dimensionOf,
  dimensions,
  isOfficialTotal,
  officialCategory,
} from './observation/dimensions.ts';
export { bitsOfFlags, type Flag, flagBits, flagsOfBits } from './observation/flags.ts';
export { type Origin, originCodes, originOfCode } from './observation/origin.ts';
export {
  combineStatus,
  isFree,
  type Status,
  statusCodes,
  statuses,
  statusOfCode,
  statusTitles,
} from './observation/status.ts';
export { longerPeriods, type PeriodPart } from './period/longer-periods.ts';
export {
  type Frequency,
  frequencyOf,
  isPeriod,
  type Period,
  periodEnd,
  periodStart,
  shiftPeriod,
} from './period/period.ts';
export { type Reference, referenceDate, referenceProblem } from './period/reference.ts';
export { shorterPeriods } from './period/shorter-periods.ts';
export { yearsAfter } from './period/years-after.ts';
export {
  type AppliedRule,
  partitionRules,
  type RuleSlot,
  slackOf,
  slotBreakdown,
  slotsOf,
} from './plausibility/applied-rule.ts';
export { findingMessage } from './plausibility/finding-message.ts';
export {
  type FoundValue,
  isAboutOwnCounts,
  type PlausibilityFinding,
} from './plausibility/plausibility-finding.ts';
export {
  type DeliveredCell,
  type PlausibilityCell,
  plausibilityFindings,
  type RuleMeasures,
  type StoredCell,
} from './plausibility/plausibility-findings.ts';
export type { PlausibilityCheck, PlausibilityRule } from './plausibility/plausibility-rule.ts';
export { yearsLater } from './plausibility/years-later.ts';
export {
  type PersonalDataHint,
  type PersonalDataKind,
  personalDataHints,
} from './privacy/personal-data.ts';
export { formatProblem, InputProblems, type Problem } from './problem.ts';
export type {
  Recommendation,
  RecommendationEvidence,
  RecommendationSource,
} from './recommendation/recommendation.ts';
export {
  type RecommendationField,
  recommendationFieldTitles,
} from './recommendation/recommendation-field.ts';
export { recommendationsNotice, summaryRecommendations } from './recommendation/summary-recommendations.ts';
export { type RevisedSubject, RevisionConflict } from './revision-conflict.ts';
export { methodsSeenBy } from './series/methods-seen-by.ts';
export { seriesChangeRates } from './series/series-change-rates.ts';
export { seriesChanges } from './series/series-changes.ts';
export { seriesIndex } from './series/series-index.ts';
export type { SeriesValues } from './series/series-values.ts';
export { assignmentEndProblems } from './task/assignment-end-problems.ts';
export { type AssignmentReferences, assignmentProblems } from './task/assignment-problems.ts';
export {
  type CooperationProblem,
  type CooperationRule,
  collectProblems,
  cooperationRuleTitles,
} from './task/cooperation-problem.ts';
export { coveringKeys } from './task/covering-keys.ts';
export {
  type IntegrationTask,
  type TaskLevel,
  type TaskObligation,
  taskLevelTitles,
  taskObligationTitles,
} from './task/integration-task.ts';
export { integrationTasks, integrationTasksNotice } from './task/integration-tasks.ts';
export { type TaskAssignment, type TaskRole, taskRoles, taskRoleTitles } from './task/task-assignment.ts';
export { type TaskGap, taskGaps } from './task/task-gaps.ts';
export { type TaskCell, type TaskCoverage, taskCoverageTitles, taskMatrix } from './task/task-matrix.ts';
export { type TaskOverlap, taskOverlaps } from './task/task-overlaps.ts';
export { taskOverrideProblems, taskProblems } from './task/task-problems.ts';
export type { TaskTerritory } from './task/task-territory.ts';
export { type TaskOverride, tasksOfDistrict } from './task/tasks-of-district.ts';
export { isValidOn, type Validity } from './task/validity.ts';
export { type DegreeOfUrbanisation, degreeOfUrbanisationTitles } from './territory/degree-of-urbanisation.ts';
export {
  type Designation,
  designationOf,
  designations,
  designationTitles,
} from './territory/designation.ts';
export { type GroupCategory, groupCategories, groupCategoryTitles } from './territory/group-category.ts';
export { isGroupKey } from './territory/group-key.ts';
export { shortDistrictKey } from './territory/short-district-key.ts';
export { parseTableKey, type TableKey, type TableLevel } from './territory/table-key.ts';
export {
  agsOf,
  agsOfArs,
  COUNTRY_KEY,
  districtKeyOf,
  parentKeysOf,
  parseTerritoryKey,
  type TerritoryKey,
} from './territory/territory-key.ts';
export { type TerritoryKind, territoryKinds, territoryKindTitles } from './territory/territory-kind.ts';
export {
  type BoundaryGap,
  type BoundaryHistory,
  boundaryHistory,
  isKnown,
  type SourceShare,
  type Sources,
} from './territory-time/boundary-history.ts';
export type {
  BoundaryKnowledge,
  ChangeStep,
  ChangeTable,
  CrosswalkTable,
  Life,
  Transfer,
} from './territory-time/boundary-knowledge.ts';
export {
  type BoundaryPart,
  type BoundaryParts,
  type DistrictHistory,
  districtHistory,
  districtParts,
  municipalityParts,
} from './territory-time/boundary-parts.ts';
export {
  type BoundaryPlan,
  boundaryPlan,
  compositePlan,
  type DayRange,
  type PlannedMember,
  type PlannedTerritory,
} from './territory-time/boundary-plan.ts';
export type { BoundaryObstacle } from './territory-time/carried.ts';
export {
  type Fact,
  type FactOf,
  type Rebased,
  type RebasingRefusal,
  type RebasingRule,
  rebase,
} from './territory-time/rebase.ts';
export {
  boundaryDays,
  type FactsOf,
  type RebasedEntry,
  rebaseSeries,
  type StoredFact,
} from './territory-time/rebase-series.ts';
export {
  type BoundaryChange,
  boundaryChanges,
  type Reform,
  reformsOfDistricts,
  reformsOfMunicipalities,
} from './territory-time/reforms.ts';
export { type ApportionKey, isAll, isNone, type Shares, UNKNOWN, WHOLE } from './territory-time/shares.ts';
