import type { Role } from '@kreisweit/domain';
import type { ActingStore } from '@kreisweit/store';

/**
 * Who is allowed something: `everybody`, or the roles that are, each for its `own` (the district, municipality, association or plug-in that
 * it is held for) or for `all`. Every other role, somebody who has not signed in, and the same role held for something else are
 * refused, or see nothing of it. A one-time link is allowed what its role is.
 */
export type Expectation = 'everybody' | Partial<Readonly<Record<Role, 'own' | 'all'>>>;

const coordination: Expectation = { DISTRICT_COORDINATOR: 'own', ADMINISTRATOR: 'all' };

const readers: Expectation = {
  DATA_PARTNER: 'own',
  MUNICIPALITY_EDITOR: 'own',
  ASSOCIATION_EDITOR: 'own',
  DISTRICT_COORDINATOR: 'own',
  ANALYST: 'own',
  ADMINISTRATOR: 'all',
};

/** Who speaks for Birke: itself, its association on its behalf, and the coordination of its district. */
const positions: Expectation = { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own', ...coordination };

/** Who assigns tasks in Birke: itself, its association and the coordination of its district. */
const assigners: Expectation = { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own', ...coordination };

/** What can be asked. A field of the schema that does not stand here, or the other way round, fails. */
export const queries: Readonly<Record<string, Expectation>> = {
  actors: 'everybody',
  body: 'everybody',
  boundaries: 'everybody',
  concept: 'everybody',
  dataVersion: 'everybody',
  district: 'everybody',
  districts: 'everybody',
  group: 'everybody',
  groups: 'everybody',
  indicator: 'everybody',
  indicators: 'everybody',
  integrationTasks: 'everybody',
  jointDecision: 'everybody',
  me: 'everybody',
  meeting: 'everybody',
  municipality: 'everybody',
  node: 'everybody',
  nodes: 'everybody',
  recommendations: 'everybody',
  reporting: 'everybody',
  searchTerritories: 'everybody',
  subject: 'everybody',
  subjects: 'everybody',
  territory: 'everybody',

  accessTokens: coordination,
  auditTrail: coordination,
  deliveryReview: coordination,
  proposedReleases: readers,
};

/** What can be done. */
export const mutations: Readonly<Record<string, Expectation>> = {
  cancelMeeting: coordination,
  recordAttendance: coordination,
  recordOwnAttendance: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  saveBody: coordination,
  saveMeeting: coordination,
  adoptConcept: coordination,
  copyConceptAsDraft: coordination,
  removeConceptDraft: coordination,
  reportConceptAction: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  saveConcept: coordination,
  deactivateActor: coordination,
  mergeActors: coordination,
  reactivateActor: coordination,
  saveActor: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  createAccessLink: coordination,
  endTaskAssignment: assigners,
  removeTask: coordination,
  removeTaskAssignment: assigners,
  removeTaskOverride: coordination,
  saveTask: coordination,
  saveTaskAssignment: assigners,
  saveTaskOverride: coordination,
  createAccessToken: coordination,
  rotateAccessToken: coordination,
  revokeAccessToken: coordination,
  publishRelease: coordination,
  rejectRelease: coordination,
  withdrawRelease: { DATA_PARTNER: 'own', ...coordination },
  saveDeliveryDeadline: coordination,
  saveTraining: coordination,
  setDeliveryReview: coordination,
  changeCarryingRule: coordination,
  changeParties: coordination,
  closeJointDecision: coordination,
  confirmPosition: { MUNICIPALITY_EDITOR: 'own' },
  draftJointDecision: coordination,
  extendPeriod: coordination,
  openForPositions: coordination,
  reviseProposal: coordination,
  startConsultation: coordination,
  stateResult: coordination,
  takePosition: positions,
  withdrawJointDecision: coordination,
  confirmDelivery: { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own' },
};

/** What the store does and reads for somebody, when it is called without the schema. */
export const storeFunctions: Readonly<Record<Exclude<keyof ActingStore, 'acting' | 'may'>, Expectation>> = {
  cancelMeeting: coordination,
  recordAttendance: coordination,
  recordOwnAttendance: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  saveBody: coordination,
  saveMeeting: coordination,
  adoptConcept: coordination,
  copyConceptAsDraft: coordination,
  removeConceptDraft: coordination,
  reportAction: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  saveConcept: coordination,
  deactivateActor: coordination,
  mergeActors: coordination,
  reactivateActor: coordination,
  saveActor: { ACTOR_REPRESENTATIVE: 'own', ...coordination },
  accessTokens: coordination,
  auditTrail: coordination,
  deliveryReview: coordination,
  proposedReleases: readers,
  previewProposed: readers,
  createToken: coordination,
  endAssignment: assigners,
  removeAssignment: assigners,
  removeTask: coordination,
  removeTaskOverride: coordination,
  saveAssignment: assigners,
  saveTask: coordination,
  saveTaskOverride: coordination,
  rotateToken: coordination,
  revokeToken: coordination,
  publishProposed: coordination,
  rejectProposed: coordination,
  withdrawRelease: { DATA_PARTNER: 'own', ...coordination },
  saveDeliveryDeadline: coordination,
  saveTraining: coordination,
  setReview: coordination,
  confirmDelivery: { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own' },
  draftDecision: coordination,
  conductDecision: coordination,
  takePosition: positions,
  confirmPosition: { MUNICIPALITY_EDITOR: 'own' },
  deliver: {
    DATA_PARTNER: 'own',
    MUNICIPALITY_EDITOR: 'own',
    ASSOCIATION_EDITOR: 'own',
    DISTRICT_COORDINATOR: 'own',
    ADMINISTRATOR: 'all',
  },
};
