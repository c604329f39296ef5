import { grantOf } from '@kreisweit/domain';
import type { ActingStore } from '@kreisweit/store';
import { aboutBirke, nextMonth, type Things } from './country.ts';
import type { mutations, queries, storeFunctions } from './expectations.ts';

const idOf = (name: string) => Buffer.from(name).toString('base64');

/** A document for each field of `Query`. */
export const queryDocuments: Readonly<Record<keyof typeof queries, string>> = {
  actors: '{ actors { totalCount } }',
  boundaries: '{ boundaries(level: MUNICIPALITY) { __typename } }',
  dataVersion: '{ dataVersion { number } }',
  district: '{ district(key: "16097") { name } }',
  districts: '{ districts { totalCount } }',
  group: '{ group(key: "none") { key } }',
  groups: '{ groups { nodes { key } } }',
  indicator: '{ indicator(key: "small/residents") { key } }',
  indicators: '{ indicators { totalCount } }',
  me: '{ me { identity kind name grants { role territory { key name } plugin actor } may } }',
  municipality: '{ municipality(key: "16097002") { name } }',
  node: `{ node(id: "${idOf('District:16097')}") { id } }`,
  nodes: `{ nodes(ids: ["${idOf('District:16097')}"]) { id } }`,
  recommendations: '{ recommendations { items { title } } }',
  reporting: '{ reporting(plugin: "small", period: "2015") { statuses } }',
  searchTerritories: '{ searchTerritories(text: "Birke") { totalCount } }',
  subject: '{ subject(key: "small/residents") { key } }',
  subjects: '{ subjects { totalCount } }',
  territory: '{ territory(key: "16097") { name } }',
  accessTokens: '{ accessTokens(district: "16097") { totalCount } }',
  auditTrail: '{ auditTrail(district: "16097") { totalCount } }',
  deliveryReview: '{ deliveryReview(district: "16097") { reviews } }',
  proposedReleases: '{ proposedReleases { totalCount } }',
};

const made = `name: "Office of Birke", grants: [{ role: MUNICIPALITY_EDITOR, territory: "16097002" }], expiresAt: "${nextMonth}"`;

/** A document for each field of `Mutation`. */
export const mutationDocuments: Readonly<Record<keyof typeof mutations, (things: Things) => string>> = {
  createAccessLink: () => `mutation { createAccessLink(${made}) { __typename } }`,
  createAccessToken: () => `mutation { createAccessToken(${made}) { __typename } }`,
  rotateAccessToken: ({ token }) => `mutation { rotateAccessToken(id: "${token}") { __typename } }`,
  revokeAccessToken: ({ token }) => `mutation { revokeAccessToken(id: "${token}") { __typename } }`,
  publishRelease: ({ proposed }) => `mutation { publishRelease(proposed: ${proposed}) { __typename } }`,
  rejectRelease: ({ proposed }) =>
    `mutation { rejectRelease(proposed: ${proposed}, reason: "wrong year") { __typename } }`,
  withdrawRelease: ({ release }) =>
    `mutation { withdrawRelease(release: ${release}, reason: "wrong year") { __typename } }`,
  setDeliveryReview: () => 'mutation { setDeliveryReview(district: "16097", reviews: false) { __typename } }',
  confirmDelivery: ({ onBehalf }) =>
    `mutation { confirmDelivery(release: ${onBehalf}, territory: "16097002") { __typename } }`,
};

/** Each delivery is another one: the very file a second time changes nothing. */
let residents = 100;

const token = {
  name: 'Office of Birke',
  grants: [grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' })],
  expiresAt: nextMonth,
} as const;

const everyEntry = { from: null, until: null, what: null, subject: null, first: 10, after: null };

/** A call of each function of the store. */
export const storeCalls: Readonly<
  Record<keyof typeof storeFunctions, (store: ActingStore, things: Things) => Promise<unknown>>
> = {
  accessTokens: (store) => store.accessTokens({ district: '16097', first: 10, after: null }),
  auditTrail: (store) => store.auditTrail({ ...everyEntry, district: '16097' }),
  deliveryReview: (store) => store.deliveryReview('16097'),
  proposedReleases: (store) => store.proposedReleases({ state: null, first: 10, after: null }),
  previewProposed: (store, { proposed }) => store.previewProposed(proposed),
  createToken: (store) => store.createToken({ ...token, kind: 'token' }),
  rotateToken: (store, { token: id }) => store.rotateToken(id),
  revokeToken: (store, { token: id }) => store.revokeToken(id),
  publishProposed: (store, { proposed }) => store.publishProposed(proposed),
  rejectProposed: (store, { proposed }) => store.rejectProposed(proposed, { reason: 'wrong year' }),
  withdrawRelease: (store, { release }) => store.withdrawRelease(release, { reason: 'wrong year' }),
  setReview: (store) => store.setReview({ district: '16097', reviews: false }),
  confirmDelivery: (store, { onBehalf }) => store.confirmDelivery(onBehalf, '16097002'),
  deliver: (store) => {
    residents += 1;
    const release = aboutBirke(residents);
    return store.deliver(async () => release);
  },
};
