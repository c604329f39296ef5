import { type Acting, actingOperator, grantOf } from '@kreisweit/domain';
import { actingStore, ingestRelease, proposeRelease, type Store, saveActors } from '@kreisweit/store';
import {
  actorOf,
  addNamedByConcept,
  putSmallConcepts,
  releaseOf,
  servers,
  smallAction,
  smallConcept,
  smallStore,
  table,
} from '@kreisweit/store/testing';

/** What the questions are about, all of it in the municipality Birke (16097002) of the district Aue (16097). */
export type Things = {
  /** A published release. */
  readonly release: number;
  /** A release that the coordination recorded on behalf of Birke. */
  readonly onBehalf: number;
  /** A release under review. */
  readonly proposed: number;
  /** The id of a token. */
  readonly token: string;
};

const coordinator: Acting = {
  principal: {
    kind: 'person',
    id: 'person:kw_aue',
    name: 'Coordination of Aue',
    grants: [grantOf('DISTRICT_COORDINATOR', { territory: '16097' })],
  },
  requestId: 'request-0',
};

/** A release of the plug-in `small` that says one number about Birke. */
export const aboutBirke = (residents: number) =>
  releaseOf(table(`  residents 2015\n16097002 ${residents}`), { kind: 'partial' });

/** An actor whose entry Aue keeps. */
export const birkeHelps = actorOf('birke-helps', { territories: ['16097002'] });

/** Who does what in Birke. */
export const housingInBirke = {
  key: 'housing-birke',
  task: 'housing',
  territory: '16097002',
  actor: 'birke-helps',
  role: 'RESPONSIBLE',
  from: '2026-01-01',
  until: null,
} as const;

/** A concept of Aue that is adopted, and the draft of its next version. An action of it is carried out by `birke-helps`. */
const concept = {
  ...smallConcept(smallAction),
  ...{ adoptedBy: 'together-first', adoptedRound: 1, adoptedOn: '2025-12-10' },
};
export const draftConcept = { ...smallConcept(smallAction), number: 2 };

/** When the tokens end that are made here. */
export const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString();

/** A store with the made-up country, and what the questions are about. Close it in the end. */
export async function countryWithThings(): Promise<{ readonly store: Store; readonly things: Things }> {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  const store = await smallStore(engine);
  await saveActors(store, [
    birkeHelps,
    actorOf('birke-club'),
    actorOf('birke-club-twice'),
    actorOf('others', { district: '16099', territories: ['16097', '16099'] }),
  ]);
  await actingStore(store, actingOperator).saveAssignment({
    district: '16097',
    assignment: housingInBirke,
    expectedRevision: 0,
  });
  await addNamedByConcept(store);
  await putSmallConcepts(store, [concept, draftConcept]);
  const { release } = await ingestRelease(store, aboutBirke(60));
  const recorded = await actingStore(store, coordinator).deliver(async () => aboutBirke(61));
  const { proposed } = await proposeRelease(store, aboutBirke(62));
  const { id: token } = await actingStore(store, actingOperator).createToken({
    kind: 'token',
    name: 'Office of Birke',
    grants: [grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' })],
    expiresAt: nextMonth,
  });
  if (recorded.release === null || proposed === null) throw new Error('nothing was delivered');
  return { store, things: { release, onBehalf: recorded.release, proposed, token } };
}
