import { type Acting, actingOperator, anonymous } from '@kreisweit/domain';
import { createContext, createSchema } from '@kreisweit/graphql';
import { actingStore, type Store } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoStore } from '../testing/demo-store.ts';

const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await demoStore(server);
});
afterAll(() => store.close());

/** What everybody may know of the cooperation in a district, at once. */
const PUBLIC = `
  name
  actors(first: 100) { totalCount nodes {
    name kind topics languages migrantLed territories { key name } memberships { organisation { name } from until }
    assignments(first: 20) { nodes { role task { title } } } seats { roleTitle body { title } }
  } }
  tasks { items { title } }
  taskMatrix { on coverage responsibleKeys territories { name } tasks { title } actors { name } assignments { role actor { name } } }
  taskGaps { totalCount nodes { task { title } territory { name } } }
  taskOverlaps { totalCount nodes { nested task { title } assignments { actor { name } } } }
  bodies { totalCount nodes {
    title kindTitle nextMeetingDue members { role actor { name } represents { name } }
    meetings(first: 10) { nodes { day stateTitle agenda resolutions { text decision { title } } } }
  } }
  overdueBodies { due daysLate body { title } }
  jointDecisions { totalCount nodes {
    demo title stateTitle round standings { standing party { name } position { stanceTitle } } result { outcome explanation }
  } }
  concept { title progress { total onTime overdue } targetCounts { reached missed unknown }
    fields { title goals { title
      targets { value progress { state value } indicator { title } }
      actions { title statusTitle progress actors { name } tasks { title } recommendations { title } } } } }
  trainings { totalCount nodes { title day organiser { name } } }
  deliveryDeadlines { totalCount nodes { title dueOn } }`;

/** What those may know besides who take part. */
const INTERNAL = `
  due(until: "2100-01-01", first: 500) { totalCount nodes { kind title day overdue actor { name } territory { name } } }
  concepts { totalCount nodes { number progress { total } } }
  bodies_internal: bodies { nodes {
    attendance(months: 12) { attendance lastAttended actor { name } }
    presence(from: "2000-01-01", until: "2100-01-01") { overall { municipalities { present expected share } } }
    meetings(first: 10) { nodes { participants { name } } }
  } }`;

const documentFor = (districts: readonly string[], selection: string) =>
  `{ ${districts.map((key) => `d${key}: district(key: "${key}") { ${selection} }`).join(' ')} }`;

/** The answer, and how many statements read for it. */
async function asked(acting: Acting, document: string) {
  const schema = createSchema();
  const parsed = parse(document);
  expect(validate(schema, parsed)).toEqual([]);
  let statements = 0;
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const contextValue = createContext({ db, actingStore: actingStore(store, acting) });
  const { data, errors } = await execute({ schema, document: parsed, contextValue });
  expect(errors ?? []).toEqual([]);
  return { data: data as Record<string, Record<string, { totalCount?: number }>>, statements };
}

const one = ['03153'];
const three = ['03153', '09473', '12070'];

/** Which fields meet in one statement depends on what is answered first: the same question takes some more or fewer. */
const MEETING = 4;

test.each<[string, Acting, string, number]>([
  ['all that is public', { principal: anonymous, requestId: null }, PUBLIC, 34],
  ['all that concerns those who take part', actingOperator, PUBLIC + INTERNAL, 52],
])('%s takes as many statements for one district as for three', async (_, acting, selection, most) => {
  // What is kept between requests is asked for once.
  await asked(acting, documentFor(three, selection));
  const { statements } = await asked(acting, documentFor(one, selection));
  const ofThree = await asked(acting, documentFor(three, selection));
  expect(Math.abs(ofThree.statements - statements)).toBeLessThanOrEqual(MEETING);
  expect(ofThree.statements).toBeLessThanOrEqual(most);
  expect(JSON.stringify(ofThree.data)).toContain('"demo":true');
  expect(JSON.stringify(ofThree.data)).not.toContain('"demo":false');
  for (const district of Object.values(ofThree.data)) {
    for (const part of ['actors', 'taskGaps', 'taskOverlaps', 'bodies', 'jointDecisions', 'trainings']) {
      expect({ part, some: (district[part]?.totalCount ?? 0) > 0 }).toEqual({ part, some: true });
    }
  }
});
