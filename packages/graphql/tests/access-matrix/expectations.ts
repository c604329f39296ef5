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

/** What can be asked. A field of the schema that does not stand here, or the other way round, fails. */
export const queries: Readonly<Record<string, Expectation>> = {
  actors: 'everybody',
  boundaries: 'everybody',
  dataVersion: 'everybody',
  district: 'everybody',
  districts: 'everybody',
  group: 'everybody',
  groups: 'everybody',
  indicator: 'everybody',
  indicators: 'everybody',
  me: 'everybody',
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
  createAccessLink: coordination,
  createAccessToken: coordination,
  rotateAccessToken: coordination,
  revokeAccessToken: coordination,
  publishRelease: coordination,
  rejectRelease: coordination,
  withdrawRelease: { DATA_PARTNER: 'own', ...coordination },
  setDeliveryReview: coordination,
  confirmDelivery: { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own' },
};

/** What the store does and reads for somebody, when it is called without the schema. */
export const storeFunctions: Readonly<Record<Exclude<keyof ActingStore, 'acting' | 'may'>, Expectation>> = {
  accessTokens: coordination,
  auditTrail: coordination,
  deliveryReview: coordination,
  proposedReleases: readers,
  previewProposed: readers,
  createToken: coordination,
  rotateToken: coordination,
  revokeToken: coordination,
  publishProposed: coordination,
  rejectProposed: coordination,
  withdrawRelease: { DATA_PARTNER: 'own', ...coordination },
  setReview: coordination,
  confirmDelivery: { MUNICIPALITY_EDITOR: 'own', ASSOCIATION_EDITOR: 'own' },
  deliver: {
    DATA_PARTNER: 'own',
    MUNICIPALITY_EDITOR: 'own',
    ASSOCIATION_EDITOR: 'own',
    DISTRICT_COORDINATOR: 'own',
    ADMINISTRATOR: 'all',
  },
};
