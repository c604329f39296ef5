import { type Acting, actingOperator, anonymous, type Grant, grantOf } from '@kreisweit/domain';
import { actingStore, type Store } from '@kreisweit/store';
import { releaseOf, servers, smallStore, table } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, shown } from './ask.ts';
import { askAs } from './ask-as.ts';

const nobody: Acting = { principal: anonymous, requestId: 'request-1' };

function person(id: string, name: string, ...grants: readonly Grant[]): Acting {
  return { principal: { kind: 'person', id: `person:${id}`, name, grants }, requestId: `request of ${name}` };
}

const aue = person('kw_aue', 'Coordination of Aue', grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const birke = person(
  'kw_birke',
  'Office of Birke',
  grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }),
);
const soon = new Date(Date.now() + 10 * 86_400_000).toISOString();

const errorsOfResult = `... on Error { message }
  ... on NotAllowedError { action reason }
  ... on InvalidInputError { problems { field message line column } }`;

describe.each(servers)('access on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  /** The answer to one field, which is asked without errors. */
  async function field<Answer>(acting: Acting, document: string): Promise<Answer> {
    const { data, errors } = await askAs(store, acting, document);
    if (errors.length > 0) throw new Error(shown(errors));
    const [answer] = Object.values(data as Record<string, Answer>);
    if (answer === undefined) throw new Error('nothing was answered');
    return answer;
  }

  describe('whoever asks', () => {
    const me = '{ me { identity kind name grants { role territory { key name } plugin actor } may } }';

    test('learns what they are and may do', async () => {
      expect(shown(await field(nobody, me))).toMatchInlineSnapshot(`
        "{
          identity: 'anonymous',
          kind: 'ANONYMOUS',
          name: 'anonymous',
          grants: [ { role: 'PUBLIC_READER', territory: null, plugin: null, actor: null } ],
          may: []
        }"
      `);
      expect(shown(await field(aue, me))).toMatchInlineSnapshot(`
        "{
          identity: 'person:kw_aue',
          kind: 'PERSON',
          name: 'Coordination of Aue',
          grants: [
            {
              role: 'DISTRICT_COORDINATOR',
              territory: { key: '16097', name: 'Aue' },
              plugin: null,
              actor: null
            }
          ],
          may: [
            'READ_PROPOSED',     'DELIVER',
            'DECIDE_RELEASE',    'WITHDRAW_RELEASE',
            'SET_REVIEW',        'EDIT_ACTOR',
            'MANAGE_ACTORS',     'MANAGE_TASKS',
            'ASSIGN_TASK',       'MANAGE_BODIES',
            'RECORD_ATTENDANCE', 'MANAGE_DECISIONS',
            'TAKE_POSITION',     'MANAGE_CONCEPT',
            'REPORT_ACTION',     'READ_INTERNAL',
            'READ_DUE',          'MANAGE_ACCESS',
            'READ_AUDIT'
          ]
        }"
      `);
    });

    test('may nothing where no store acts for them, whoever they are', async () => {
      const { data, errors } = await ask(
        store.db,
        '{ me { kind may } auditTrail { totalCount } dataVersion { number } }',
      );
      expect(data).toMatchObject({ me: { kind: 'ANONYMOUS', may: [] }, auditTrail: null, dataVersion: {} });
      expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED', path: 'auditTrail' }]);
    });

    test('is refused in words that say what to do, and gets the rest of the answer', async () => {
      const document = '{ auditTrail(district: "16099") { totalCount } dataVersion { number } }';
      const answers = [await askAs(store, nobody, document), await askAs(store, birke, document)];
      answers.push(await askAs(store, aue, document));
      for (const { data } of answers) expect(data).toMatchObject({ auditTrail: null, dataVersion: {} });
      expect(shown(answers.flatMap(({ errors }) => errors))).toMatchInlineSnapshot(`
        "[
          {
            message: 'You may not read the audit trail: send an access token (Authorization: Bearer ...) with one of the roles DISTRICT_COORDINATOR, ADMINISTRATOR',
            code: 'UNAUTHENTICATED',
            action: 'READ_AUDIT',
            reason: 'NOT_SIGNED_IN',
            path: 'auditTrail'
          },
          {
            message: 'You may not read the audit trail: it needs one of the roles DISTRICT_COORDINATOR, ADMINISTRATOR; ask the coordination of your district',
            code: 'FORBIDDEN',
            action: 'READ_AUDIT',
            reason: 'ROLE_MISSING',
            path: 'auditTrail'
          },
          {
            message: 'You may not read the audit trail: it is outside of what your access is for; ask the coordination of the district that it belongs to',
            code: 'FORBIDDEN',
            action: 'READ_AUDIT',
            reason: 'OUTSIDE_SCOPE',
            path: 'auditTrail'
          }
        ]"
      `);
    });

    test('is decided on in one question for all fields of a kind', async () => {
      const asked: unknown[] = [];
      const storeFor = (acting: Acting) => {
        const real = actingStore(store, acting);
        const may: typeof real.may = (action, abouts) => {
          asked.push([action, abouts.length]);
          return real.may(action, abouts);
        };
        return { ...real, may };
      };
      const document = `{ a: deliveryReview(district: "16097") { reviews } b: deliveryReview(district: "16097") { reviews }
        c: deliveryReview(district: "16099") { reviews } auditTrail(district: "16097") { totalCount } }`;
      const { errors } = await askAs(store, aue, document, { storeFor });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN', path: 'c' }]);
      expect(asked).toEqual([
        ['SET_REVIEW', 2],
        ['READ_AUDIT', 1],
      ]);

      asked.length = 0;
      await askAs(store, nobody, document, { storeFor });
      await askAs(store, actingOperator, document, { storeFor });
      // Whoever has no role for it costs nothing, nor who has it for everything.
      expect(asked).toEqual([]);
    });
  });

  describe('access tokens', () => {
    const create = (args: string) =>
      `mutation { createAccessToken(${args}) { __typename ... on CreateAccessTokenPayload {
        secret warnings(lang: EN) accessToken { id kind name grants { role territory { name } } createdBy expiresAt replacedBy } }
        ${errorsOfResult} } }`;
    type Created = {
      readonly secret: string;
      readonly warnings: readonly string[];
      readonly accessToken: Readonly<Record<string, unknown>> & { readonly id: string };
    };
    const forBirke = `grants: [{ role: MUNICIPALITY_EDITOR, territory: "16097002" }], expiresAt: "${soon}"`;

    test('show their secret once', async () => {
      const made = await field<Created>(aue, create(`name: "Office of Birke", ${forBirke}`));
      expect(made.accessToken).toMatchObject({
        kind: 'TOKEN',
        name: 'Office of Birke',
        grants: [{ role: 'MUNICIPALITY_EDITOR', territory: { name: 'Birke' } }],
        createdBy: 'person:kw_aue',
        replacedBy: null,
      });
      expect(made.secret.startsWith(`${made.accessToken.id}_`)).toBe(true);
      expect(made.warnings).toEqual([]);

      const link = await field<{ readonly secret: string }>(
        aue,
        `mutation { createAccessLink(name: "Office of Birke", ${forBirke}) { ... on CreateAccessLinkPayload { secret } } }`,
      );
      expect(link.secret).toMatch(/^kwl_/);

      const first =
        '{ accessTokens(district: "16097", first: 1) { totalCount pageInfo { endCursor hasNextPage } nodes { id kind } } }';
      type Page = {
        readonly totalCount: number;
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
        readonly nodes: readonly { readonly id: string; readonly kind: string }[];
      };
      const page = await field<Page>(aue, first);
      expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
      const rest = await field<Page>(
        aue,
        first.replace('first: 1', `first: 1, after: "${page.pageInfo.endCursor}"`),
      );
      expect([...page.nodes, ...rest.nodes].map(({ kind }) => kind).sort()).toEqual(['LINK', 'TOKEN']);

      const everything = await field(
        actingOperator,
        `{ auditTrail { nodes { identity name role what subject { kind key } districts before after requestId } } }`,
      );
      const told = JSON.stringify(everything);
      expect(told).toContain('token.created');
      expect(told).not.toContain(made.secret.slice(made.accessToken.id.length + 1));
    });

    test('are refused with everything that is wrong', async () => {
      const wrong = create(
        `name: "x", expiresAt: "2020-01-01T00:00:00Z", grants: [{ role: ANALYST, territory: "16097", actor: "a" }]`,
      );
      expect(shown(await field(aue, wrong))).toMatchInlineSnapshot(`
        "{
          __typename: 'InvalidInputError',
          message: 'the token is refused: 4 problems, nothing was stored\\n' +
            '  name: it has 1 characters: name the function or the organisation with 3 to 80\\n' +
            '  grants[0].actor: the role ANALYST is not held for one actor: leave it out\\n' +
            '  grants[0].actor: there is no actor "a": look at its key\\n' +
            '  expiresAt: 2020-01-01T00:00:00.000Z is over: write a time in the future',
          problems: [
            {
              field: 'name',
              message: 'it has 1 characters: name the function or the organisation with 3 to 80',
              line: null,
              column: null
            },
            {
              field: 'grants[0].actor',
              message: 'the role ANALYST is not held for one actor: leave it out',
              line: null,
              column: null
            },
            {
              field: 'grants[0].actor',
              message: 'there is no actor "a": look at its key',
              line: null,
              column: null
            },
            {
              field: 'expiresAt',
              message: '2020-01-01T00:00:00.000Z is over: write a time in the future',
              line: null,
              column: null
            }
          ]
        }"
      `);
      const none = create(`name: "Office of Birke", expiresAt: "${soon}", grants: []`);
      expect(await field(aue, none)).toMatchObject({ __typename: 'InvalidInputError' });
    });

    test('of a coordinator come from an administrator only', async () => {
      const coordinator = create(
        `name: "Coordination of Aue", expiresAt: "${soon}", grants: [{ role: DISTRICT_COORDINATOR, territory: "16097" }]`,
      );
      expect(await field(aue, coordinator)).toMatchObject({
        __typename: 'NotAllowedError',
        action: 'MANAGE_ACCESS',
      });
      expect(await field(actingOperator, coordinator)).toMatchObject({
        __typename: 'CreateAccessTokenPayload',
      });
    });

    test('are named after no person', async () => {
      const named = await field<Created>(aue, create(`name: "Frau Erika Mustermann", ${forBirke}`));
      expect(named.warnings.join()).toContain('looks like the name of a person');
    });

    test('rotate themselves, and no other ones', async () => {
      const make = create(`name: "Office of Birke", ${forBirke}`);
      const [own, other] = [await field<Created>(aue, make), await field<Created>(aue, make)];
      const itself: Acting = {
        principal: { ...birke.principal, kind: 'token', id: `token:${own.accessToken.id}` },
        requestId: 'request-2',
      };
      const rotate = (id: string) =>
        `mutation { rotateAccessToken(id: "${id}", graceHours: 1) { __typename ... on RotateAccessTokenPayload { secret accessToken { id } }
          ${errorsOfResult} } }`;
      expect(await field(itself, rotate(other.accessToken.id))).toMatchObject({ reason: 'ROLE_MISSING' });
      const rotated = await field<Created>(itself, rotate(own.accessToken.id));
      expect(rotated.secret.startsWith(rotated.accessToken.id)).toBe(true);

      const revoked = await field(
        aue,
        `mutation { revokeAccessToken(id: "${rotated.accessToken.id}") { ... on RevokeAccessTokenPayload { accessToken { id revokedAt } } } }`,
      );
      expect(revoked).toMatchObject({ accessToken: { revokedAt: expect.any(String) } });
    });
  });

  describe('releases', () => {
    beforeEach(() => actingStore(store, aue).setReview({ district: '16097', reviews: true }));
    let residents = 100;

    /** Delivers one number of Birke, and answers the number under which it waits for a decision. */
    async function propose(): Promise<number> {
      residents += 1;
      const release = () => releaseOf(table(`  residents 2015\n16097002 ${residents}`), { kind: 'partial' });
      const { proposed } = await actingStore(store, birke).deliver(async () => release());
      return proposed ?? 0;
    }

    test('that wait show what they would do, and are published', async () => {
      await actingStore(store, actingOperator).deliver(async () =>
        releaseOf(table('  residents 2015\n16097002 60'), { kind: 'partial' }),
      );
      const proposed = await propose();
      expect(
        shown(
          await field(
            aue,
            `{ proposedReleases(state: PROPOSED) { totalCount nodes { proposed state input kind file preview { cells warningCount
              effects { indicator appear change } largest { indicator territory { key name } period before after status } } } } }`,
          ),
        ),
      ).toMatchInlineSnapshot(`
        "{
          totalCount: 1,
          nodes: [
            {
              proposed: 1,
              state: 'PROPOSED',
              input: 'small/first',
              kind: 'PARTIAL',
              file: 'table.csv',
              preview: {
                cells: 1,
                warningCount: 0,
                effects: [
                  { indicator: 'small/residents', appear: 0, change: 1 },
                  { indicator: 'small/residentsBefore', appear: 0, change: 1 }
                ],
                largest: [
                  {
                    indicator: 'small/residents',
                    territory: { key: '16097002', name: 'Birke' },
                    period: '2015',
                    before: 60,
                    after: 101,
                    status: 'NORMAL'
                  },
                  {
                    indicator: 'small/residentsBefore',
                    territory: { key: '16097002', name: 'Birke' },
                    period: '2016',
                    before: 60,
                    after: 101,
                    status: 'NORMAL'
                  }
                ]
              }
            }
          ]
        }"
      `);

      const publish = `mutation { publishRelease(proposed: ${proposed}) { __typename
        ... on PublishReleasePayload { release cells territories withdrawn warningCount warnings { rule } } ${errorsOfResult} } }`;
      expect(await field(birke, publish)).toMatchObject({
        __typename: 'NotAllowedError',
        action: 'DECIDE_RELEASE',
        reason: 'ROLE_MISSING',
      });
      const published = await field<{ readonly release: number }>(aue, publish);
      expect(published).toMatchObject({ __typename: 'PublishReleasePayload', cells: 1, territories: 1 });
      expect(await field(aue, publish)).toMatchObject({
        __typename: 'InvalidInputError',
        problems: [{ field: null, line: null, column: null }],
      });

      const withdraw = `mutation { withdrawRelease(release: ${published.release}, reason: "It counts others too. Ask 0151 23456789.") {
        ... on WithdrawReleasePayload { release changed withdrawn restored warnings(lang: EN) } ${errorsOfResult} } }`;
      expect(await field(aue, withdraw)).toMatchObject({
        changed: true,
        withdrawn: 1,
        restored: 1,
        warnings: [expect.stringContaining('telephone number')],
      });
      expect(
        shown(
          await field(
            aue,
            `{ auditTrail(district: "16097", subject: "release/${published.release}") { nodes {
              identity name role what subject { kind key } districts requestId } } }`,
          ),
        ),
      ).toMatchInlineSnapshot(`
        "{
          nodes: [
            {
              identity: 'person:kw_aue',
              name: 'Coordination of Aue',
              role: 'DISTRICT_COORDINATOR',
              what: 'release.withdrawn',
              subject: { kind: 'release', key: '2' },
              districts: [ '16097' ],
              requestId: 'request of Coordination of Aue'
            },
            {
              identity: 'person:kw_aue',
              name: 'Coordination of Aue',
              role: 'DISTRICT_COORDINATOR',
              what: 'release.published',
              subject: { kind: 'release', key: '2' },
              districts: [ '16097' ],
              requestId: 'request of Coordination of Aue'
            }
          ]
        }"
      `);
    });

    test('that are rejected keep the reason', async () => {
      const proposed = await propose();
      const reject = (reason: string) =>
        `mutation { rejectRelease(proposed: ${proposed}, reason: "${reason}") {
          ... on RejectReleasePayload { proposed warnings } ${errorsOfResult} } }`;
      expect(await field(aue, reject(' '))).toMatchObject({ problems: [{}] });
      expect(await field(aue, reject('the year is wrong'))).toEqual({ proposed, warnings: [] });
      const found = await field(
        birke,
        '{ proposedReleases(state: REJECTED) { nodes { proposed reason preview { cells } } } }',
      );
      expect(found).toEqual({ nodes: [{ proposed, reason: 'the year is wrong', preview: null }] });
    });

    test('that a coordinator recorded are confirmed by the municipality', async () => {
      const release = releaseOf(table('  residents 2014\n16097002 7'), { kind: 'partial' });
      const recorded = await actingStore(store, aue).deliver(async () => release);
      const confirm = `mutation { confirmDelivery(release: ${recorded.release}, territory: "16097002") {
        ... on ConfirmDeliveryPayload { release territory confirmedAt } ${errorsOfResult} } }`;
      expect(await field(aue, confirm)).toMatchObject({ action: 'CONFIRM_DELIVERY' });
      expect(await field(birke, confirm)).toEqual({
        release: recorded.release,
        territory: '16097002',
        confirmedAt: expect.any(String),
      });
    });

    test('are reviewed where the coordination wants it', async () => {
      const set = `mutation { setDeliveryReview(district: "16097", reviews: false) {
        ... on SetDeliveryReviewPayload { district reviews } } }`;
      expect(await field(aue, set)).toEqual({ district: '16097', reviews: false });
      expect(await field(aue, '{ deliveryReview(district: "16097") { district reviews } }')).toEqual({
        district: '16097',
        reviews: false,
      });
    });

    test('are listed by pages', async () => {
      const [one, two] = [await propose(), await propose()];
      const page = (after: string) =>
        `{ proposedReleases(state: PROPOSED, first: 1${after}) { nodes { proposed } pageInfo { endCursor hasPreviousPage } } }`;
      const first = await field<{ readonly pageInfo: { readonly endCursor: string } }>(aue, page(''));
      expect(first).toMatchObject({ nodes: [{ proposed: two }], pageInfo: { hasPreviousPage: false } });
      const second = await field(aue, page(`, after: "${first.pageInfo.endCursor}"`));
      expect(second).toMatchObject({ nodes: [{ proposed: one }], pageInfo: { hasPreviousPage: true } });
      const wrong = await askAs(store, aue, page(`, after: "${Buffer.from('x').toString('base64url')}"`));
      expect(wrong.errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: 'after' }]);
    });
  });
});
