import { type Acting, actingOperator, addDays, grantOf } from '@kreisweit/domain';
import { actingStore, type Store, todayInGermany } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shown } from './ask.ts';
import { askAs } from './ask-as.ts';
import { countStatements } from './count-statements.ts';

let store: Store;
beforeAll(async () => {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
});
afterAll(() => store.close());
beforeEach(() =>
  store.database.pool.query('truncate joint_decision, joint_decision_entry, joint_decision_party'),
);

const as = (...grants: Acting['principal']['grants']): Acting => ({
  principal: { kind: 'person', id: 'person:one', name: 'Amt in Aue', grants },
  requestId: 'request-1',
});
const coordinator = as(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const birke = as(grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }));
const stranger = as(grantOf('MUNICIPALITY_EDITOR', { territory: '16099001' }));
const nobody = as();

const today = todayInGermany();
const days = (from: number, until: number) => ({
  firstDay: addDays(today, from),
  lastDay: addDays(today, until),
});

type Variables = Readonly<Record<string, unknown>>;
const result = (field: string, args: string) => `${field}(${args}) {
  __typename
  ... on JointDecisionPayload { warnings decision { revision state stateTitle } }
  ... on Error { message }
  ... on InvalidInputError { problems { field rule message } }
  ... on ConflictError { expectedRevision revision independent }
}`;
async function does(acting: Acting, document: string, variables: Variables = {}, on = today) {
  const storeFor = (somebody: Acting) => actingStore(store, somebody, { today: () => on });
  const { data, errors } = await askAs(store, acting, document, { variables, storeFor });
  if (errors.length > 0) throw new Error(shown(errors));
  return Object.values(data as Record<string, { readonly __typename: string }>)[0];
}

const proposal = {
  title: { de: 'Konzept', en: 'Concept' },
  text: { de: 'Wir tragen das Konzept.', en: 'We carry the concept.' },
  documents: [{ title: { de: 'Entwurf', en: 'Draft' }, url: 'https://example.org/draft.pdf' }],
};
const draft = (key = 'concept', district = '16097') =>
  does(
    actingOperator,
    `mutation ($proposal: DecisionProposalInput!) { ${result(
      'draftJointDecision',
      `decision: { district: "${district}", key: "${key}", round: 1 }, rule: { kind: DOUBLE_MAJORITY }, proposal: $proposal`,
    )} }`,
    { proposal },
  );
const step = (
  field: string,
  expectedRevision: number,
  args = '',
  variables = '',
  given: Variables = {},
  on = today,
) =>
  does(
    coordinator,
    `mutation ${variables} { ${result(
      field,
      `decision: { district: "16097", key: "concept", round: 1 }, expectedRevision: ${expectedRevision} ${args}`,
    )} }`,
    given,
    on,
  );
const period = (field: string, revision: number, from: number, until: number) =>
  step(
    field,
    revision,
    'period: $period',
    '($period: DecisionPeriodInput!)',
    { period: days(from, until) },
    days(from, until).firstDay,
  );

async function opened(): Promise<void> {
  await draft();
  await period('startConsultation', 1, -20, -1);
  await period('openForPositions', 2, 0, 20);
}

const position = (key: string, more = '') =>
  `position: { party: { kind: MUNICIPALITY, key: "${key}" }, stance: SUPPORT, proposalVersion: 1, takenOn: "${today}" ${more} }`;

describe('a decision that is open', () => {
  test('says where everybody stands and how it stands, in both languages', async () => {
    await opened();
    await does(
      birke,
      `mutation { ${result('takePosition', `decision: { district: "16097", key: "concept", round: 1 }, expectedRevision: 3, ${position('16097002')}`)} }`,
    );
    const { data } = await askAs(
      store,
      nobody,
      `{ jointDecision(district: "16097", key: "concept") {
        title title_en: title(lang: EN) state district { name } rule { title districtConsent }
        proposal { version text documents { title url } }
        standings { standing party { name kindTitle } position { stanceTitle recording unconfirmed } }
        result { outcome reasons { code met have needed base } inhabitants { supporting entitled }
          missing { name } explanation english: explanation(lang: EN) }
      } }`,
    );
    expect(shown(data).replaceAll(/\d{1,2}\. \S+ \d{4}|\d{1,2} \S+ \d{4}/g, '<day>')).toMatchInlineSnapshot(`
      "{
        jointDecision: {
          title: 'Konzept',
          title_en: 'Concept',
          state: 'OPEN',
          district: { name: 'Aue' },
          rule: { title: 'Doppelte Mehrheit der Gemeinden und der Einwohner', districtConsent: true },
          proposal: {
            version: 1,
            text: 'Wir tragen das Konzept.',
            documents: [ { title: 'Entwurf', url: 'https://example.org/draft.pdf' } ]
          },
          standings: [
            { standing: 'MISSING', party: { name: 'Aue', kindTitle: 'Landkreis' }, position: null },
            { standing: 'MISSING', party: { name: 'Ahorn', kindTitle: 'Gemeinde' }, position: null },
            {
              standing: 'CURRENT',
              party: { name: 'Birke', kindTitle: 'Gemeinde' },
              position: { stanceTitle: 'Unterstützt', recording: 'OWN', unconfirmed: false }
            },
            { standing: 'MISSING', party: { name: 'Buche', kindTitle: 'Gemeinde' }, position: null }
          ],
          result: {
            outcome: 'OPEN',
            reasons: [
              { code: 'MUNICIPALITIES_SUPPORT', met: false, have: 1, needed: 2, base: 3 },
              { code: 'INHABITANTS_SUPPORT', met: false, have: 60, needed: 101, base: 200 },
              { code: 'DISTRICT_SUPPORTS', met: false, have: 0, needed: 1, base: 1 }
            ],
            inhabitants: { supporting: 60, entitled: 200 },
            missing: [ { name: 'Aue' }, { name: 'Ahorn' }, { name: 'Buche' } ],
            explanation: 'Die Entscheidung ist offen; nach dem jetzigen Stand wäre sie nicht gemeinsam getragen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden, in denen mehr als die Hälfte der Einwohner lebt, und die des Landkreises. Von 3 Gemeinden unterstützt sie 1, von 2 fehlt die Position; nötig sind 2 von 3. In den unterstützenden Gemeinden leben 60 von 200 Einwohnern (30 %, Register vom <day>); nötig sind 101 von 200. Die Position des Landkreises fehlt. Es fehlt die Position von Aue, Ahorn und Buche.',
            english: 'The decision is open; as it stands now it would not be carried jointly. It needs the support of more than half of the municipalities, in which more than half of the inhabitants live, and that of the district. Of 3 municipalities 1 supports it, 2 have taken no position; 2 of 3 are needed. 60 of 200 inhabitants live in the supporting municipalities (30%, register of <day>); 101 of 200 are needed. The district has taken no position. Missing is the position of Aue, Ahorn and Buche.'
          }
        }
      }"
    `);
  });

  test('what is wrong names the field and the rule; who was slower is told so', async () => {
    await opened();
    expect(
      await step(
        'takePosition',
        3,
        position('16097001', 'statement: { de: " " }').replace('SUPPORT', 'SUPPORT_WITH_RESERVATIONS'),
      ),
    ).toMatchInlineSnapshot(`
      {
        "__typename": "InvalidInputError",
        "message": "the position is not recorded: 2 problems, nothing was stored
        position.statement: say what the reservations are, in German or in English
        position.reference: name the resolution of the party, for example "Ratsbeschluss 12/2026 vom 2026-03-05"",
        "problems": [
          {
            "field": "position.statement",
            "message": "say what the reservations are, in German or in English",
            "rule": "RESERVATIONS_ARE_STATED",
          },
          {
            "field": "position.reference",
            "message": "name the resolution of the party, for example "Ratsbeschluss 12/2026 vom 2026-03-05"",
            "rule": "ON_BEHALF_IS_FOUNDED",
          },
        ],
      }
    `);
    await step('takePosition', 3, position('16097001', 'reference: "Beschluss 1/2026"'));
    expect(
      await step('takePosition', 3, position('16097002', 'reference: "Beschluss 2/2026"')),
    ).toMatchInlineSnapshot(`
      {
        "__typename": "ConflictError",
        "expectedRevision": 3,
        "independent": true,
        "message": "The joint decision 16097/concept/1 is not as you saw it: you expected revision 3, and there is revision 4. Nothing was changed; what happened meanwhile does not touch yours: send it again with this revision.",
        "revision": 4,
      }
    `);
  });

  test('hints at what looks like personal data', async () => {
    await opened();
    const reference = 'reference: "Auskunft: 0151 23456789"';
    expect(await step('takePosition', 3, position('16097001', reference))).toMatchInlineSnapshot(`
      {
        "__typename": "JointDecisionPayload",
        "decision": {
          "revision": 4,
          "state": "OPEN",
          "stateTitle": "Offen für Positionen",
        },
        "warnings": [
          ""0151…": Das sieht nach einer Telefonnummer aus: bitte weglassen oder nur die einer Stelle nennen.",
        ],
      }
    `);
  });
});

describe('a draft', () => {
  const asked = `{
    jointDecision(district: "16097", key: "concept") { state history { kind } }
    district(key: "16097") { jointDecisions { totalCount nodes { id state } } }
  }`;

  test('is there for those only who take part', async () => {
    await draft();
    const id = Buffer.from('JointDecision:16097/concept/1').toString('base64');
    const seen = async (acting: Acting) => {
      const { data } = await askAs(store, acting, `${asked.slice(0, -1)} node(id: "${id}") { id } }`);
      return shown(data);
    };
    const hidden =
      '{ jointDecision: null, district: { jointDecisions: { totalCount: 0, nodes: [] } }, node: null }';
    expect(await seen(nobody)).toBe(hidden);
    expect(await seen(stranger)).toBe(hidden);
    expect(await seen(birke)).toMatchInlineSnapshot(`
      "{
        jointDecision: { state: 'DRAFT', history: [ { kind: 'DRAFTED' } ] },
        district: {
          jointDecisions: { totalCount: 1, nodes: [ { id: 'Sm9pbnREZWNpc2lvbjoxNjA5Ny9jb25jZXB0LzE=', state: 'DRAFT' } ] }
        },
        node: { id: 'Sm9pbnREZWNpc2lvbjoxNjA5Ny9jb25jZXB0LzE=' }
      }"
    `);
    expect(await seen(coordinator)).toBe(await seen(birke));
  });

  test('is as if it were not there for those who could speak in others', async () => {
    await draft();
    const asks = (field: string, revision: number, key: string, more: string) =>
      does(
        stranger,
        `mutation { ${result(field, `decision: { district: "16097", key: "${key}", round: 1 }, expectedRevision: ${revision}, ${more}`)} }`,
      );
    for (const revision of [1, 99]) {
      const taken = await asks('takePosition', revision, 'concept', position('16099001'));
      expect(taken).toEqual(
        JSON.parse(
          JSON.stringify(await asks('takePosition', revision, 'absent-one', position('16099001'))).replaceAll(
            'absent-one',
            'concept',
          ),
        ),
      );
      const party = 'party: { kind: MUNICIPALITY, key: "16099001" }';
      const confirmed = await asks('confirmPosition', revision, 'concept', party);
      expect(confirmed).toEqual(taken);
    }
  });

  test('that is withdrawn stays so, and what was public keeps its history to those who take part', async () => {
    await draft();
    await step('withdrawJointDecision', 1, 'reason: { de: "Neu" }');
    expect((await askAs(store, nobody, asked)).data).toMatchObject({ jointDecision: null });
    await draft('other');
    await does(
      coordinator,
      `mutation ($period: DecisionPeriodInput!) { ${result('startConsultation', 'decision: { district: "16097", key: "other", round: 1 }, expectedRevision: 1, period: $period')} }`,
      { period: days(0, 5) },
    );
    const history = async (acting: Acting) => {
      const { data } = await askAs(store, acting, asked.replace('"concept"', '"other"'));
      return (data as { readonly jointDecision: unknown }).jointDecision;
    };
    const started = { kind: 'CONSULTATION_STARTED' };
    expect(await history(nobody)).toEqual({ state: 'CONSULTATION', history: [started] });
    expect(await history(birke)).toEqual({ state: 'CONSULTATION', history: [{ kind: 'DRAFTED' }, started] });
  });
});

test('a cursor that holds what no text of a database can is none', async () => {
  const after = Buffer.from('a\u0000b').toString('base64url');
  const { errors } = await askAs(
    store,
    nobody,
    `{ district(key: "16097") { jointDecisions(after: "${after}") { totalCount } } }`,
  );
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: 'after' }]);
});

test('decisions of one district and of all take as many statements', async () => {
  await opened();
  for (const key of ['a', 'b', 'c']) await draft(key);
  await draft('far', '16099');
  const asked = (keys: string) =>
    `{ ${keys
      .split(' ')
      .map(
        (key) => `d${key}: district(key: "${key}") { jointDecisions { totalCount nodes {
        key round state title standings { standing party { name territory { key } } position { stance } }
        result { outcome explanation } proposal { text } previousRound { key } } } }`,
      )
      .join(' ')} }`;
  for (const acting of [coordinator, actingOperator, nobody]) {
    const one = await countStatements(store, acting, asked('16097'));
    const three = await countStatements(store, acting, asked('16097 16099 16098'));
    expect(three).toEqual(one);
  }
  expect(await countStatements(store, nobody, asked('16097'))).toMatchInlineSnapshot(`
    {
      "deciding": 0,
      "reading": 4,
    }
  `);
});
