import { describe, expect, test } from 'vitest';
import type { AttackedServer } from './attacked-server.ts';
import { harmIn, rowCounts } from './harm.ts';
import { officialTable } from './official-table.ts';
import { type Answer, addressesOf, ask, deliver } from './send.ts';
import { tally } from './tally.ts';

const HEAD = 'Schlüssel;Zeitraum;Merkmal;Wert\n';
const staff = (key: string, period = '2008') => `${HEAD}${key};${period};opening/staff;700\n`;
const council = (key: string, period = '2008') => `${HEAD}${key};${period};opening/councilMembers;30\n`;

/** Ways to write Goslar and what lies in it that are not its short key. */
const otherWritings = [
  '031530017017',
  '031530000000',
  '3153',
  ' 03153 ',
  '03 153',
  '0 3153017',
  '03153\u200b',
  '０３１５３',
  "'03153",
  '="03153"',
  '03153017',
  '03153005',
  '031539504504',
  '03',
  '031',
  'DG',
  '00000',
  '*',
];

const manyRows = () => {
  const rows: string[] = [];
  for (const key of ['03153002', '03153008', '03153012', '03153016', '03153017', '03153018', '03153019']) {
    for (let year = 1650; year < 2010; year += 1) {
      for (const measure of [
        'educatorsSurveyed',
        'councilMembers',
        'educatorsWithMigrationHistory',
        'councilMembersWithMigrationHistory',
      ]) {
        rows.push(`${key};${year};opening/${measure};30`);
      }
    }
  }
  return rows.slice(0, 9_999);
};

type Delivery = readonly [what: string, as: string, path: string, csv: string];

const deliveries: readonly Delivery[] = [
  ['another district', 'goslar', 'opening', staff('09473')],
  ['a municipality of another district', 'goslar', 'opening', council('12070296')],
  ['the neighbour', 'perleberg', 'opening', council('12070304')],
  ['the own district', 'perleberg', 'opening', staff('12070')],
  [
    'one row of another district behind ten thousand',
    'goslar',
    'opening',
    `${HEAD}${manyRows().join('\n')}\n09473112;2008;opening/councilMembers;30\n`,
  ],
  [
    'one row of another district before ten thousand',
    'goslar',
    'opening',
    `${HEAD}09473112;2008;opening/councilMembers;30\n${manyRows().join('\n')}\n`,
  ],
  ['a table as a whole, of the own district', 'jobcentre', 'work', officialTable('2014', { '03153': 1970 })],
  [
    'a table as a whole, of others too',
    'jobcentre',
    'work',
    officialTable('2014', { '03153': 1970, '09473': 1500 }),
  ],
  ['figures of another plug-in', 'institute', 'language', `${HEAD}03153;2008;language/participants;90\n`],
  [
    'figures of another plug-in among the own',
    'institute',
    'opening',
    `${staff('03153')}03153;2008;language/participants;90\n`,
  ],
  [
    'figures that only look like the own',
    'institute',
    'opening',
    `${HEAD}03153;2008;language/participants;90\n`,
  ],
  [
    'another district with a narrowed role',
    'courses',
    'language',
    `${HEAD}12070;2008;language/participants;90\n`,
  ],
  ['whoever only reads', 'analyst', 'opening', staff('03153')],
  ['nobody', '', 'opening', staff('03153')],
  ...otherWritings.map(
    (key): Delivery => [`another district written ${JSON.stringify(key)}`, 'prignitz', 'opening', staff(key)],
  ),
  ...otherWritings.map(
    (key): Delivery => [
      `a municipality written ${JSON.stringify(key)}`,
      'perleberg',
      'opening',
      council(key),
    ],
  ),
  ...['12070', '12070304', '1207', '12', '120705009', '120705009004'].map(
    (key): Delivery => [`beside the own municipality: ${key}`, 'perleberg', 'opening', council(key)],
  ),
];

/** Writing and reading where the own role ends. */
export function foreignScopes(server: AttackedServer): void {
  describe('beyond the own scope', () => {
    const from = addressesOf(5);
    const strangers = ['goslar', 'prignitz', 'perleberg', 'courses', 'jobcentre', 'analyst', undefined];
    const inAMonth = new Date(Date.now() + 25 * 86_400_000).toISOString();
    let coburg = { proposed: 0, release: 0, token: '' };
    let before: Readonly<Record<string, number>> = {};

    const asked = async (query: string, as: string | undefined): Promise<Answer> => {
      const answer = await ask(server, { query }, { ...(as !== undefined && { as }), from: from() });
      tally('beyond the own scope', answer);
      expect(harmIn(answer)).toEqual([]);
      return answer;
    };

    test('what belongs to Coburg', async () => {
      const published = await deliver(server, staff('09473', '2007'), {
        path: 'opening',
        as: 'coburg',
        from: from(),
      });
      const review = 'mutation { setDeliveryReview(district: "09473", reviews: true) { __typename } }';
      await asked(review, 'coburg');
      const waiting = await deliver(server, staff('09473', '2006'), {
        path: 'opening',
        as: 'institute',
        from: from(),
      });
      const made = await asked(
        `mutation { createAccessToken(name: "Amt Coburg", expiresAt: "${inAMonth}", grants: [{ role: DATA_PARTNER, plugin: "opening", territory: "09473" }]) { ... on CreateAccessTokenPayload { accessToken { id } } } }`,
        'coburg',
      );
      coburg = {
        release: JSON.parse(published.text).release,
        proposed: JSON.parse(waiting.text).proposed,
        token: JSON.parse(made.text).data.createAccessToken.accessToken.id,
      };
      expect(coburg).toEqual({
        release: expect.any(Number),
        proposed: expect.any(Number),
        token: expect.stringMatching(/^kw_/),
      });
      before = await rowCounts(server);
    });

    const mutations = (): readonly string[] => {
      const { proposed, release, token } = coburg;
      const grantsOf = [
        '{ role: MUNICIPALITY_EDITOR, territory: "09473112" }',
        '{ role: MUNICIPALITY_EDITOR, territory: "094730112112" }',
        '{ role: DISTRICT_COORDINATOR, territory: "09473" }',
        '{ role: DISTRICT_COORDINATOR, territory: "03153" }',
        '{ role: DISTRICT_COORDINATOR, territory: "12070" }',
        '{ role: ADMINISTRATOR }',
        '{ role: ANALYST }',
        '{ role: ANALYST, territory: "09" }',
        '{ role: DATA_PARTNER, plugin: "opening" }',
        '{ role: DATA_PARTNER, plugin: "opening", territory: "DG" }',
        '{ role: ACTOR_REPRESENTATIVE, actor: "none" }',
      ];
      return [
        `publishRelease(proposed: ${proposed})`,
        `rejectRelease(proposed: ${proposed}, reason: "an attack")`,
        `withdrawRelease(release: ${release}, reason: "an attack")`,
        'setDeliveryReview(district: "09473", reviews: false)',
        'setDeliveryReview(district: "094730000000", reviews: false)',
        `confirmDelivery(release: ${release}, territory: "09473")`,
        `confirmDelivery(release: ${release}, territory: "09473112")`,
        `revokeAccessToken(id: "${token}")`,
        `rotateAccessToken(id: "${token}", graceHours: 0)`,
        ...grantsOf.flatMap((grant) => [
          `createAccessToken(name: "An attack", expiresAt: "${inAMonth}", grants: [${grant}])`,
          `createAccessLink(name: "An attack", expiresAt: "${inAMonth.slice(0, 10)}T00:00:00Z", grants: [${grant}])`,
          `createAccessToken(name: "An attack", expiresAt: "${inAMonth}", grants: [{ role: MUNICIPALITY_EDITOR, territory: "12070296" }, ${grant}])`,
        ]),
      ];
    };

    test.each(strangers)('no mutation about another district by %s', async (as) => {
      for (const mutation of mutations()) {
        const { text } = await asked(`mutation { ${mutation} { __typename ... on Error { message } } }`, as);
        expect([mutation, /"__typename":"\w+Payload"/.test(text)]).toEqual([mutation, false]);
      }
    });

    test.each(['', 'kw_', 'kw_aaaaaaaa', '%', "' or 1=1 --"])('no token by the id %j', async (id) => {
      for (const as of ['goslar', 'analyst']) {
        const { text } = await asked(
          `mutation { revokeAccessToken(id: ${JSON.stringify(id)}) { __typename } }`,
          as,
        );
        expect(text).not.toContain('Payload');
      }
    });

    test.each(deliveries)('no delivery for %s by %s to %s', async (_, as, path, csv) => {
      const answer = await deliver(server, csv, { path, as: as === '' ? undefined : as, from: from() });
      tally('beyond the own scope', answer);
      expect(harmIn(answer)).toEqual([]);
      expect([answer.text.slice(0, 300), [401, 403, 422].includes(answer.status)]).toEqual([
        answer.text.slice(0, 300),
        true,
      ]);
    });

    test.each(['goslar', 'perleberg', 'courses', undefined])(
      'nothing of another district is told to %s',
      async (as) => {
        const questions = [
          '{ accessTokens(district: "09473") { totalCount nodes { id name } } }',
          '{ accessTokens { nodes { id name grants { territory { key } } } } }',
          '{ auditTrail(district: "09473") { totalCount nodes { what } } }',
          `{ auditTrail(subject: "release/${coburg.release}") { totalCount nodes { what after } } }`,
          '{ deliveryReview(district: "09473") { reviews } }',
          '{ proposedReleases { totalCount nodes { proposed file } } }',
        ];
        for (const question of questions) {
          const { text } = await asked(question, as);
          expect(text).not.toContain(coburg.token);
          expect(text).not.toContain('09473');
          expect(text).not.toContain(`"proposed":${coburg.proposed}`);
          expect(text).not.toContain('"reviews":true');
        }
      },
    );

    test('nothing was changed', async () => {
      const after = await rowCounts(server);
      const changed = Object.entries(after).filter(([name, count]) => before[name] !== count);
      expect(changed).toEqual([]);
      await asked(
        'mutation { setDeliveryReview(district: "09473", reviews: false) { __typename } }',
        'coburg',
      );
    });

    test('what is inside the own scope goes on', async () => {
      const { status, text } = await deliver(server, council('120700296296'), {
        path: 'opening',
        as: 'perleberg',
        from: from(),
      });
      expect([status, text]).toEqual([201, expect.stringContaining('PUBLISHED')]);
    });
  });
}
