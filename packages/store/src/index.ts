export type { About } from './access/about.ts';
export type { AccessToken, IssuedToken, TokenRequest, TokensQuery } from './access/access-token.ts';
export { accessTokensPage } from './access/access-tokens-page.ts';
export { type ActingStore, actingStore } from './access/acting-store.ts';
export { createToken } from './access/create-token.ts';
export { requireDeliverer } from './access/permit-delivery.ts';
export { principalOfToken } from './access/principal-of-token.ts';
export { revokeToken } from './access/revoke-token.ts';
export { type RotateOptions, rotateToken } from './access/rotate-token.ts';
export { spendLink } from './access/spend-link.ts';
export { canonicalActor, canonicalActorText } from './actors/canonical-actor.ts';
export type { Deactivation } from './actors/deactivate-actor.ts';
export type { ActorMerge } from './actors/merge-actors.ts';
export { type PutActor, putActors } from './actors/put-actors.ts';
export type { EditedActor } from './actors/save-actor.ts';
export { type StoredActor, storedActors } from './actors/stored-actors.ts';
export type { ComparedFigure, StoredDifference } from './aggregate/list-differences.ts';
export {
  type Rebuild,
  rebuildAggregates,
  type Verification,
  verifyAggregates,
} from './aggregate/verify-aggregates.ts';
export type { AgreementFile, DeclaredAgreement } from './agreements/declared-agreement.ts';
export { type AgreementImport, importAgreements } from './agreements/import-agreements.ts';
export { agreementsOf, readAgreements } from './agreements/read-agreements.ts';
export { type AppliedRetention, applyRetention } from './audit/apply-retention.ts';
export { type AuditFilter, type AuditQuery, type AuditScope, everyEntry } from './audit/audit-query.ts';
export type { AuditRow } from './audit/audit-rows.ts';
export { auditTrail } from './audit/audit-trail.ts';
export { type AuditFormat, auditFormats, exportAuditTrail } from './audit/export-audit-trail.ts';
export type { Retention } from './audit/retention.ts';
export { type AttendanceRequest, attendanceOf } from './bodies/attendance-of.ts';
export { bodiesByAddress } from './bodies/bodies-by-address.ts';
export { type BodiesFilter, type BodiesQuery, bodiesPage } from './bodies/bodies-page.ts';
export {
  type BodyAddress,
  bodyAddressText,
  type MeetingAddress,
  meetingAddressText,
} from './bodies/body-address.ts';
export type { BodyRow, StoredBody } from './bodies/body-row.ts';
export { type BodyOnDay, lastHeldOf } from './bodies/last-held-of.ts';
export type { MeetingRow, Participants, ResolutionRow, StoredMeeting } from './bodies/meeting-row.ts';
export { meetingsByAddress } from './bodies/meetings-by-address.ts';
export {
  type MeetingInPage,
  type MeetingsFilter,
  type MeetingsQuery,
  meetingsPage,
} from './bodies/meetings-page.ts';
export { membersOfBodies } from './bodies/members-of-bodies.ts';
export { type OverdueBodyRow, overdueBodiesOf } from './bodies/overdue-bodies-of.ts';
export { participantsOfMeetings } from './bodies/participants-of-meetings.ts';
export { type PresenceRequest, presenceOf } from './bodies/presence-of.ts';
export { type BodyInput, type BodySeat, type PutBody, putBodies } from './bodies/put-bodies.ts';
export {
  type MeetingInput,
  type MeetingsInput,
  type PutMeeting,
  putMeetings,
} from './bodies/put-meetings.ts';
export { type MembersInput, putMembers } from './bodies/put-members.ts';
export type { AttendanceList } from './bodies/record-attendance.ts';
export type { OverdueRequest } from './bodies/recurring-bodies.ts';
export type { SavedMeeting } from './bodies/save-meeting.ts';
export { type SeatInDistrict, type SeatsRequest, seatsOfActors } from './bodies/seats-of-actors.ts';
export type { BoundaryFile, BoundarySet } from './boundaries/boundary-file.ts';
export { boundaryGeojson } from './boundaries/boundary-geojson.ts';
export { type BoundaryLevel, boundaryLevelNames, isBoundaryLevel } from './boundaries/boundary-level.ts';
export { type BoundaryImport, importBoundaries } from './boundaries/import-boundaries.ts';
export { type BoundaryOptions, readBoundaries } from './boundaries/read-boundaries.ts';
export { publishedCatalogue } from './catalogue/published-catalogue.ts';
export {
  type CatalogueSync,
  outdatedDefinitions,
  type SyncOptions,
  syncCatalogue,
} from './catalogue/sync-catalogue.ts';
export type { ChangeList, ListedChange, ListedTerritory } from './change-list/change-list.ts';
export { readChangeList } from './change-list/read-change-list.ts';
export { type ChangeListImport, importChangeList } from './changes/import-change-list.ts';
export { type CrosswalkImport, importCrosswalk } from './changes/import-crosswalk.ts';
export type { ReplacedEdition } from './changes/replaced-edition.ts';
export {
  type ActionPlace,
  type ActorActionsQuery,
  actionsOfActors,
} from './concepts/actions-of-actors.ts';
export type { Adoption } from './concepts/adopt-concept.ts';
export { type ConceptAddress, conceptAddressOf, conceptText } from './concepts/concept-address.ts';
export { conceptsByAddress } from './concepts/concepts-by-address.ts';
export { type ConceptsOnDay, conceptsInForce } from './concepts/concepts-in-force.ts';
export { type ConceptInPage, type ConceptsQuery, conceptsPage } from './concepts/concepts-page.ts';
export { type GivenConcept, type PutConcept, putConcepts } from './concepts/put-concepts.ts';
export { type ActionReportInput, aboutAction } from './concepts/report-action.ts';
export type { ConceptInput, DraftConcept } from './concepts/save-concept.ts';
export type { StoredAction, StoredConcept, StoredField, StoredGoal } from './concepts/stored-concept.ts';
export { saveActors } from './content/save-actors.ts';
export { saveRecommendations } from './content/save-recommendations.ts';
export type { FieldChange } from './cooperation/changed-fields.ts';
export type { RecordChange } from './cooperation/changed-records.ts';
export {
  type CooperationKind,
  type CooperationRecords,
  cooperationKinds,
  type FiledPosition,
  type OfDistrict,
} from './cooperation/cooperation-records.ts';
export { exportCooperation } from './cooperation/export-cooperation.ts';
export {
  type CooperationFile,
  type CooperationImport,
  type CooperationOptions,
  ImportProblems,
  importCooperation,
} from './cooperation/import-cooperation.ts';
export type { Crosswalk, CrosswalkLink } from './crosswalk/crosswalk.ts';
export { readCrosswalk } from './crosswalk/read-crosswalk.ts';
export { CopyError } from './database/copy-error.ts';
export { FolderInUseError } from './database/folder-lock.ts';
export { type Database, type DatabaseTarget, openDatabase } from './database/open-database.ts';
export type { ConductedStep } from './decisions/conduct-decision.ts';
export { addressText, type DecisionAddress, withShortKey } from './decisions/decision-address.ts';
export type { DecisionHistory } from './decisions/decision-history.ts';
export { decisionsByAddress } from './decisions/decisions-by-address.ts';
export { decisionsInState } from './decisions/decisions-in-state.ts';
export {
  type DecisionInPage,
  type DecisionsFilter,
  type DecisionsQuery,
  decisionsPage,
} from './decisions/decisions-page.ts';
export type { DraftRequest } from './decisions/draft-decision.ts';
export type { RequestedParties } from './decisions/known-parties.ts';
export { type PutDecisions, putDecisions } from './decisions/put-decisions.ts';
export type { PositionRequest } from './decisions/take-position.ts';
export { todayInGermany } from './decisions/today.ts';
export type { OnBehalf } from './delivery/confirm-delivery.ts';
export type { OpenRelease } from './delivery/deliver-release.ts';
export type { Delivery } from './delivery/delivery.ts';
export { giveUpReceipt } from './delivery/give-up-receipt.ts';
export { keepAnswer } from './delivery/keep-answer.ts';
export type { Receipt, ReceiptRequest, TakenReceipt } from './delivery/receipt.ts';
export type { DeliveryReview } from './delivery/set-review.ts';
export { takeReceipt } from './delivery/take-receipt.ts';
export { addDemoCooperation } from './demo/add-demo-cooperation.ts';
export type { DemoKind, DemoRecords } from './demo/demo-records.ts';
export { demoRecordsAmong, type MarkedRecord } from './demo/demo-records-among.ts';
export { districtsWithCooperation } from './demo/districts-with-cooperation.ts';
export { dueOf } from './due/due-of.ts';
export { openDeliveries } from './due/open-deliveries.ts';
export type { DueRequest } from './due/open-records.ts';
export { putDeadlines } from './due/put-deadlines.ts';
export { putTrainings } from './due/put-trainings.ts';
export { type Placed, type RecordsRequest, recordPages } from './due/record-pages.ts';
export {
  type DeadlineRow,
  deadlineSource,
  type RecordSource,
  type TrainingRow,
  trainingSource,
} from './due/record-source.ts';
export { recordsByAddress } from './due/records-by-address.ts';
export { type DistrictRecord, type Given, type Put, type Revised, recordAddress } from './due/revised.ts';
export type { DeclaredGroup, DeclaredMember, GroupFile } from './groups/declared-group.ts';
export { type GroupImport, importGroups } from './groups/import-groups.ts';
export { groupsOf, readGroups } from './groups/read-groups.ts';
export { ingestRelease } from './ingest/ingest-release.ts';
export type { ReleaseInput } from './ingest/release-input.ts';
export type { ReleaseWarning } from './ingest/release-warnings.ts';
export type { ReleaseIngest } from './ingest/take-in-release.ts';
export { type ReleaseWithdrawal, withdrawRelease } from './ingest/withdraw-release.ts';
export { openReader, openStore, type Store, storeOn } from './open-store.ts';
export type { ActorRow } from './read/actor-row.ts';
export { actorTopics } from './read/actor-topics.ts';
export { actorsByKey } from './read/actors-by-key.ts';
export { type ActorsFilter, everyActor } from './read/actors-filter.ts';
export { type ActorsQuery, actorsPage, actorsPages } from './read/actors-page.ts';
export { type BoundaryPlans, boundaryPlans } from './read/boundary-plans.ts';
export { type BoundarySetRequest, type BoundarySetRow, boundarySets } from './read/boundary-sets.ts';
export { boundaryTopology } from './read/boundary-topology.ts';
export { type CatalogueAt, catalogueAt, type Identified } from './read/catalogue-at.ts';
export {
  type ComponentMembers,
  type ComponentMembersRequest,
  type ContributionRow,
  componentMembers,
  type MemberLabel,
} from './read/component-members.ts';
export {
  type CrossSection,
  type CrossSectionRequest,
  crossSection,
  type TerritoryLabel,
} from './read/cross-section.ts';
export { currentTerritories } from './read/current-territories.ts';
export { type DistrictOnDay, type DistrictPart, districtParts } from './read/district-parts.ts';
export {
  type DistrictDifference,
  type DistrictReconciliations,
  type DistrictReconciliationsRequest,
  districtReconciliations,
} from './read/district-reconciliations.ts';
export { type DistrictsQuery, districtsPage } from './read/districts-page.ts';
export { type FindingKind, findingKinds, type TimelineFinding } from './read/findings/timeline-finding.ts';
export { timelineFindings } from './read/findings/timeline-findings.ts';
export { type GroupDeclaration, groupDeclarations } from './read/group-declarations.ts';
export { type GroupMembersRequest, groupMembers } from './read/group-members.ts';
export { type GroupsOfMemberRequest, groupsOfMembers } from './read/groups-of-members.ts';
export { type GroupsQuery, groupsPage } from './read/groups-page.ts';
export type { KeyedPage } from './read/keyed-page.ts';
export type { LineageDirection } from './read/lineage-sql.ts';
export type { PackedSeries } from './read/packed-series.ts';
export {
  type PeerComparison,
  type PeerComparisonRequest,
  type PeerSelection,
  peerComparisons,
} from './read/peer-comparisons.ts';
export {
  type PluginReporting,
  type PluginReportingRequest,
  pluginReporting,
  type ReportingStatus,
  reportingStatuses,
} from './read/plugin-reporting.ts';
export { proposedReleases } from './read/proposed-releases.ts';
export { type PublishedVersion, publishedVersion } from './read/published-version.ts';
export {
  type PlannedCrossSection,
  type RebasedCrossSection,
  rebasedCrossSection,
} from './read/rebased-cross-section.ts';
export { type RebasedRequest, type RebasedSeries, rebasedSeriesOf } from './read/rebased-series-of.ts';
export { recommendations } from './read/recommendations.ts';
export { type ReconciliationRequest, reconciliationOf } from './read/reconciliation-of.ts';
export type { ReconciledCell } from './read/reconciliation-sql.ts';
export { type RecordedOnBehalf, recordedOnBehalf } from './read/recorded-on-behalf.ts';
export { type RegisterEntryRow, registerEntries } from './read/register-entries.ts';
export { type ListedRelease, releaseList } from './read/release-list.ts';
export { searchTerritories, type TerritoryHit, type TerritorySearch } from './read/search-territories.ts';
export { type SeriesRequest, type SeriesSelection, seriesOf } from './read/series-of.ts';
export { type SubjectAgreement, subjectAgreements } from './read/subject-agreements.ts';
export { territoriesById } from './read/territories-by-id.ts';
export { type TerritoryByKey, territoriesByKey } from './read/territories-by-key.ts';
export { type AboveRequest, territoryAbove } from './read/territory-above.ts';
export { type LineageKind, type LineageRow, territoryLineage } from './read/territory-lineage.ts';
export { type MembersRequest, territoryMembers } from './read/territory-members.ts';
export { type NeighboursRequest, territoryNeighbours } from './read/territory-neighbours.ts';
export type { TerritoryRow } from './read/territory-row.ts';
export { type TerritoryVersionRow, territoryVersions } from './read/territory-versions.ts';
export {
  type ComponentCell,
  type ComponentFacts,
  type ValueComponentsRequest,
  valueComponents,
  type WithheldReason,
} from './read/value-components.ts';
export {
  type ValueRevision,
  type ValueRevisionsRequest,
  valueRevisions,
} from './read/value-revisions.ts';
export { type ValueSource, type ValueSourcesRequest, valueSources } from './read/value-sources.ts';
export { versionsAt } from './read/versions-at.ts';
export { readRegister } from './register/read-register.ts';
export type { Register, RegisterEntry } from './register/register-entry.ts';
export { dryRunRelease } from './review/dry-run-release.ts';
export { previewProposed } from './review/preview-proposed.ts';
export type { Previewed } from './review/preview-release.ts';
export { type Proposal, proposeRelease } from './review/propose-release.ts';
export type { ProposedRelease, ReleasePreview } from './review/proposed-release.ts';
export { publishProposed } from './review/publish-proposed.ts';
export type { ProposalsQuery } from './review/readable-proposals.ts';
export { rejectProposed } from './review/reject-proposed.ts';
export type { IndicatorEffect, ReleaseEffects, ValueEffect } from './review/release-effects.ts';
export type { StoreSchema } from './store-schema.ts';
export { type AssignmentKey, assignmentsByKey } from './tasks/assignments-by-key.ts';
export { type ActorAssignmentsRequest, assignmentsOfActors } from './tasks/assignments-of-actors.ts';
export { districtTasks } from './tasks/district-tasks.ts';
export { type DivisionOfTasks, divisionsOfTasks } from './tasks/division-of-tasks.ts';
export type { EndedAssignment } from './tasks/end-assignment.ts';
export { ownTaskKeys } from './tasks/own-task-keys.ts';
export { type AssignmentsInput, putAssignments } from './tasks/put-assignments.ts';
export type { PutRecord } from './tasks/put-record.ts';
export { type OwnOverride, putTaskOverrides } from './tasks/put-task-overrides.ts';
export { type OwnTask, putTasks } from './tasks/put-tasks.ts';
export type { RemovedAssignment } from './tasks/remove-assignment.ts';
export type { RemovedTask } from './tasks/remove-task.ts';
export type { RemovedOverride } from './tasks/remove-task-override.ts';
export type { AssignmentInput } from './tasks/save-assignment.ts';
export type { TaskInput } from './tasks/save-task.ts';
export type { TaskOverrideInput } from './tasks/save-task-override.ts';
export type { StoredAssignment } from './tasks/stored-assignment.ts';
export type { StoredOverride, StoredTask, TaskInDistrict } from './tasks/stored-task.ts';
export { type AssignmentsRequest, taskAssignments } from './tasks/task-assignments.ts';
export { type TaskRecords, taskRecords } from './tasks/task-records.ts';
export type { NamedTerritory } from './tasks/task-territories.ts';
export { importRegister, type RegisterImport } from './territory/import-register.ts';
export type { Progress, WriteOptions } from './write/progress.ts';
