import { carryingRule, type DeliveryDeadline, grantOf, type Training } from '@kreisweit/domain';
import type { ActingStore } from '@kreisweit/store';
import { aboutBirke, birkeHelps, draftConcept, housingInBirke, nextMonth, type Things } from './country.ts';
import type { mutations, queries, storeFunctions } from './expectations.ts';

const idOf = (name: string) => Buffer.from(name).toString('base64');

/** A document for each field of `Query`. */
export const queryDocuments: Readonly<Record<keyof typeof queries, string>> = {
  actors: '{ actors { totalCount } }',
  body: '{ body(district: "16097", key: "steering-group") { title } }',
  boundaries: '{ boundaries(level: MUNICIPALITY) { __typename } }',
  concept: '{ concept(district: "16097", concept: "together", number: 1) { number } }',
  dataVersion: '{ dataVersion { number } }',
  district: '{ district(key: "16097") { name } }',
  districts: '{ districts { totalCount } }',
  group: '{ group(key: "none") { key } }',
  groups: '{ groups { nodes { key } } }',
  indicator: '{ indicator(key: "small/residents") { key } }',
  integrationTasks: '{ integrationTasks { items { key } } }',
  indicators: '{ indicators { totalCount } }',
  jointDecision: '{ jointDecision(district: "16097", key: "concept") { state } }',
  me: '{ me { identity kind name grants { role territory { key name } plugin actor } may } }',
  meeting: '{ meeting(district: "16097", body: "steering-group", key: "first") { day agenda } }',
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

const decision = 'decision: { district: "16097", key: "concept", round: 1 }';
const step = `${decision}, expectedRevision: 1`;
const days = 'period: { firstDay: "2026-03-01", lastDay: "2026-03-31" }';
const text = '{ de: "Konzept", en: "Concept" }';
const birke = 'party: { kind: MUNICIPALITY, key: "16097002" }';
const inAue = { district: '16097', key: 'concept', round: 1 };
const ofBirke = { kind: 'MUNICIPALITY', key: '16097002' } as const;

const inDistrict = 'district: "16097", expectedRevision: 0';
const assigned = `${inDistrict}, key: "housing-birke"`;

const made = `name: "Office of Birke", grants: [{ role: MUNICIPALITY_EDITOR, territory: "16097002" }], expiresAt: "${nextMonth}"`;

const concept = (number: number) => `concept: { district: "16097", concept: "together", number: ${number} }`;

const meeting = 'meeting: { district: "16097", body: "steering-group", key: "first" }';

/** A document for each field of `Mutation`. */
export const mutationDocuments: Readonly<Record<keyof typeof mutations, (things: Things) => string>> = {
  cancelMeeting: () => `mutation { cancelMeeting(${meeting}, expectedRevision: 0) { __typename } }`,
  recordAttendance: () =>
    `mutation { recordAttendance(${meeting}, participants: ["birke-helps"], expectedRevision: 0) { __typename } }`,
  recordOwnAttendance: () =>
    `mutation { recordOwnAttendance(${meeting}, actor: "birke-helps") { __typename } }`,
  saveBody: () =>
    `mutation { saveBody(body: { district: "16097", key: "network", kind: NETWORK, title: ${text} }, expectedRevision: 0) { __typename } }`,
  saveMeeting: () =>
    `mutation { saveMeeting(meeting: { district: "16097", body: "network", key: "first", day: "2026-05-12" }, expectedRevision: 0) { __typename } }`,
  adoptConcept: () =>
    `mutation { adoptConcept(${concept(2)}, decision: { key: "together-second" }, expectedRevision: 1) { __typename } }`,
  copyConceptAsDraft: () => `mutation { copyConceptAsDraft(${concept(1)}) { __typename } }`,
  removeConceptDraft: () =>
    `mutation { removeConceptDraft(${concept(2)}, expectedRevision: 1) { __typename } }`,
  reportConceptAction: () =>
    `mutation { reportConceptAction(${concept(1)}, action: "language-cafe", report: { status: RUNNING }, expectedRevision: 1) { __typename } }`,
  saveConcept: () =>
    `mutation { saveConcept(concept: { district: "16097", concept: "other", number: 1, title: { de: "Anderes", en: "Other" }, fields: [] }, expectedRevision: 0) { __typename } }`,
  deactivateActor: () =>
    `mutation { deactivateActor(key: "birke-club", expectedRevision: 1) { __typename } }`,
  mergeActors: () =>
    `mutation { mergeActors(duplicate: "birke-club-twice", survivor: "birke-club", expectedRevision: 1) { __typename } }`,
  reactivateActor: () =>
    `mutation { reactivateActor(key: "birke-club", expectedRevision: 2) { __typename } }`,
  saveActor: () =>
    `mutation { saveActor(expectedRevision: 1, actor: { key: "birke-helps", kind: ASSOCIATION, name: "Birke", district: "16097",
      territories: ["16097002"], topics: [], languages: ["de"], migrantLed: false, source: "Beispiel" }) { __typename } }`,
  endTaskAssignment: () => `mutation { endTaskAssignment(${assigned}, until: "2026-12-31") { __typename } }`,
  removeTask: () => `mutation { removeTask(${inDistrict}, key: "harvest-workers") { __typename } }`,
  removeTaskAssignment: () => `mutation { removeTaskAssignment(${assigned}) { __typename } }`,
  removeTaskOverride: () =>
    `mutation { removeTaskOverride(${inDistrict}, task: "reception") { __typename } }`,
  saveTask: () =>
    `mutation { saveTask(expectedRevision: 0, task: { district: "16097", key: "harvest-workers", title: ${text}, description: ${text},
      obligation: VOLUNTARY, level: DISTRICT }) { __typename } }`,
  saveTaskAssignment: () =>
    `mutation { saveTaskAssignment(expectedRevision: 0, assignment: { district: "16097", key: "housing-birke", task: "housing",
      territory: "16097002", actor: "birke-helps", role: RESPONSIBLE }) { __typename } }`,
  saveTaskOverride: () =>
    `mutation { saveTaskOverride(expectedRevision: 0, override: { district: "16097", task: "reception", level: MUNICIPAL,
      reason: ${text} }) { __typename } }`,
  createAccessLink: () => `mutation { createAccessLink(${made}) { __typename } }`,
  createAccessToken: () => `mutation { createAccessToken(${made}) { __typename } }`,
  rotateAccessToken: ({ token }) => `mutation { rotateAccessToken(id: "${token}") { __typename } }`,
  revokeAccessToken: ({ token }) => `mutation { revokeAccessToken(id: "${token}") { __typename } }`,
  publishRelease: ({ proposed }) => `mutation { publishRelease(proposed: ${proposed}) { __typename } }`,
  rejectRelease: ({ proposed }) =>
    `mutation { rejectRelease(proposed: ${proposed}, reason: "wrong year") { __typename } }`,
  withdrawRelease: ({ release }) =>
    `mutation { withdrawRelease(release: ${release}, reason: "wrong year") { __typename } }`,
  saveDeliveryDeadline: () =>
    `mutation { saveDeliveryDeadline(expectedRevision: 0, deadline: { district: "16097", key: "small-2015", plugin: "small",
      period: "2015", askedOf: MUNICIPALITIES, title: { de: "Zahlen", en: "Figures" }, dueOn: "2026-03-31" }) { __typename } }`,
  saveTraining: () =>
    `mutation { saveTraining(expectedRevision: 0, training: { district: "16097", key: "plain-language", territory: "16097002",
      title: { de: "Leichte Sprache", en: "Plain language" }, day: "2026-05-12", audience: BOTH }) { __typename } }`,
  setDeliveryReview: () => 'mutation { setDeliveryReview(district: "16097", reviews: false) { __typename } }',
  draftJointDecision: () =>
    `mutation { draftJointDecision(${decision}, rule: { kind: UNANIMOUS }, proposal: { title: ${text}, text: ${text} }) { __typename } }`,
  changeCarryingRule: () =>
    `mutation { changeCarryingRule(${step}, rule: { kind: UNANIMOUS }) { __typename } }`,
  changeParties: () => `mutation { changeParties(${step}, parties: {}) { __typename } }`,
  reviseProposal: () =>
    `mutation { reviseProposal(${step}, proposal: { title: ${text}, text: ${text} }) { __typename } }`,
  startConsultation: () => `mutation { startConsultation(${step}, ${days}) { __typename } }`,
  openForPositions: () => `mutation { openForPositions(${step}, ${days}) { __typename } }`,
  extendPeriod: () => `mutation { extendPeriod(${step}, lastDay: "2026-04-30") { __typename } }`,
  takePosition: () =>
    `mutation { takePosition(${step}, position: { ${birke}, stance: SUPPORT, proposalVersion: 1, takenOn: "2026-03-02" }) { __typename } }`,
  confirmPosition: () => `mutation { confirmPosition(${step}, ${birke}) { __typename } }`,
  closeJointDecision: () => `mutation { closeJointDecision(${step}) { __typename } }`,
  stateResult: () => `mutation { stateResult(${step}) { __typename } }`,
  withdrawJointDecision: () =>
    `mutation { withdrawJointDecision(${step}, reason: { de: "Neu" }) { __typename } }`,
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

const title = { de: 'Leichte Sprache', en: 'Plain language' };

const training: Training = {
  key: 'plain-language',
  district: '16097',
  title,
  day: '2026-05-12',
  territory: '16097002',
  organiser: null,
  audience: 'BOTH',
  state: 'PLANNED',
  link: null,
};

const deadline: DeliveryDeadline = {
  key: 'small-2015',
  district: '16097',
  plugin: 'small',
  period: '2015',
  askedOf: 'MUNICIPALITIES',
  title,
  dueOn: '2026-03-31',
  endedOn: null,
};

const seen = { district: '16097', expectedRevision: 0 };
const housing = { ...seen, key: 'housing-birke' };

const harvestWorkers = {
  key: 'harvest-workers',
  title,
  description: title,
  obligation: 'VOLUNTARY',
  level: 'DISTRICT',
  stateLaw: null,
} as const;

const receptionInAue = { task: 'reception', obligation: null, level: 'MUNICIPAL', reason: title } as const;

const firstMeeting = { district: '16097', body: 'steering-group', key: 'first' };

const network = {
  key: 'network',
  district: '16097',
  kind: 'NETWORK',
  title,
  purpose: null,
  recurrence: null,
  from: null,
  until: null,
} as const;

const spring = {
  body: 'network',
  key: 'spring',
  day: '2026-05-12',
  state: 'PLANNED',
  agenda: [],
  resolutions: [],
  links: [],
} as const;

const everyEntry = { from: null, until: null, what: null, subject: null, first: 10, after: null };

/** A call of each function of the store. */
export const storeCalls: Readonly<
  Record<keyof typeof storeFunctions, (store: ActingStore, things: Things) => Promise<unknown>>
> = {
  cancelMeeting: (store) => store.cancelMeeting(firstMeeting, 0),
  recordAttendance: (store) =>
    store.recordAttendance(firstMeeting, { participants: ['birke-helps'], expectedRevision: 0 }),
  recordOwnAttendance: (store) => store.recordOwnAttendance(firstMeeting, 'birke-helps'),
  saveBody: (store) => store.saveBody({ value: network, expectedRevision: null }),
  saveMeeting: (store) => store.saveMeeting('16097', { value: spring, expectedRevision: null }),
  adoptConcept: (store) =>
    store.adoptConcept({
      concept: draftConcept,
      decision: { key: 'together-second', round: 1 },
      expectedRevision: 1,
    }),
  copyConceptAsDraft: (store) => store.copyConceptAsDraft(draftConcept),
  removeConceptDraft: (store) => store.removeConceptDraft({ concept: draftConcept, expectedRevision: 1 }),
  reportAction: (store) =>
    store.reportAction({
      concept: { ...draftConcept, number: 1 },
      action: 'language-cafe',
      report: { status: 'RUNNING', doneOn: null, reason: null },
      expectedRevision: 1,
    }),
  saveConcept: (store) => store.saveConcept({ concept: draftConcept, expectedRevision: 1 }),
  deactivateActor: (store) => store.deactivateActor({ key: 'birke-club' }, 1),
  mergeActors: (store) => store.mergeActors({ duplicate: 'birke-club-twice', survivor: 'birke-club' }, 1),
  reactivateActor: (store) => store.reactivateActor('birke-club', 2),
  saveActor: (store) => store.saveActor(birkeHelps, 1),
  accessTokens: (store) => store.accessTokens({ district: '16097', first: 10, after: null }),
  auditTrail: (store) => store.auditTrail({ ...everyEntry, district: '16097' }),
  deliveryReview: (store) => store.deliveryReview('16097'),
  proposedReleases: (store) => store.proposedReleases({ state: null, first: 10, after: null }),
  previewProposed: (store, { proposed }) => store.previewProposed(proposed),
  endAssignment: (store) => store.endAssignment({ ...housing, until: '2026-12-31' }),
  removeAssignment: (store) => store.removeAssignment(housing),
  removeTask: (store) => store.removeTask({ ...seen, key: 'harvest-workers' }),
  removeTaskOverride: (store) => store.removeTaskOverride({ ...seen, task: 'reception' }),
  saveAssignment: (store) => store.saveAssignment({ ...seen, assignment: housingInBirke }),
  saveTask: (store) => store.saveTask({ ...seen, task: harvestWorkers }),
  saveTaskOverride: (store) => store.saveTaskOverride({ ...seen, override: receptionInAue }),
  createToken: (store) => store.createToken({ ...token, kind: 'token' }),
  rotateToken: (store, { token: id }) => store.rotateToken(id),
  revokeToken: (store, { token: id }) => store.revokeToken(id),
  publishProposed: (store, { proposed }) => store.publishProposed(proposed),
  rejectProposed: (store, { proposed }) => store.rejectProposed(proposed, { reason: 'wrong year' }),
  withdrawRelease: (store, { release }) => store.withdrawRelease(release, { reason: 'wrong year' }),
  saveDeliveryDeadline: (store) => store.saveDeliveryDeadline({ value: deadline, expectedRevision: null }),
  saveTraining: (store) => store.saveTraining({ value: training, expectedRevision: null }),
  setReview: (store) => store.setReview({ district: '16097', reviews: false }),
  confirmDelivery: (store, { onBehalf }) => store.confirmDelivery(onBehalf, '16097002'),
  draftDecision: (store) =>
    store.draftDecision(inAue, {
      parties: { on: '2026-03-01', municipalities: null, actors: [] },
      rule: carryingRule('UNANIMOUS'),
      proposal: { title: { de: 'a', en: 'a' }, text: { de: 'a', en: 'a' }, documents: [] },
    }),
  conductDecision: (store) => store.conductDecision(inAue, { kind: 'CLOSED', expectedRevision: 1 }),
  takePosition: (store) =>
    store.takePosition(inAue, {
      expectedRevision: 1,
      position: {
        party: ofBirke,
        stance: 'SUPPORT',
        statement: null,
        proposalVersion: 1,
        takenOn: '2026-03-02',
        reference: null,
      },
    }),
  confirmPosition: (store) => store.confirmPosition(inAue, { party: ofBirke, expectedRevision: 1 }),
  deliver: (store) => {
    residents += 1;
    const release = aboutBirke(residents);
    return store.deliver(async () => release);
  },
};
