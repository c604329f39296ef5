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
export { saveActors } from './content/save-actors.ts';
export { saveRecommendations } from './content/save-recommendations.ts';
export type { Crosswalk, CrosswalkLink } from './crosswalk/crosswalk.ts';
export { readCrosswalk } from './crosswalk/read-crosswalk.ts';
export { CopyError } from './database/copy-error.ts';
export { FolderInUseError } from './database/folder-lock.ts';
export { type Database, type DatabaseTarget, openDatabase } from './database/open-database.ts';
export type { OnBehalf } from './delivery/confirm-delivery.ts';
export type { OpenRelease } from './delivery/deliver-release.ts';
export type { Delivery } from './delivery/delivery.ts';
export { giveUpReceipt } from './delivery/give-up-receipt.ts';
export { keepAnswer } from './delivery/keep-answer.ts';
export type { Receipt, ReceiptRequest, TakenReceipt } from './delivery/receipt.ts';
export type { DeliveryReview } from './delivery/set-review.ts';
export { takeReceipt } from './delivery/take-receipt.ts';
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
export { actorsByKey } from './read/actors-by-key.ts';
export { type ActorsQuery, actorsPage } from './read/actors-page.ts';
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
export { importRegister, type RegisterImport } from './territory/import-register.ts';
export type { Progress, WriteOptions } from './write/progress.ts';
