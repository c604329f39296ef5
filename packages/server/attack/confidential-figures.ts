import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { type AttackedServer, attackedServer } from './attacked-server.ts';
import { everyAnswer, type Written } from './every-answer.ts';
import { harmIn } from './harm.ts';
import { deliverSecrets, ofTable, type Secrets } from './secret-figures.ts';
import { addressesOf, ask } from './send.ts';
import { tally } from './tally.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

/** Two worlds that differ in nothing that may be told: the sum of what the municipalities count is the same, with the few. */
const worlds: readonly Secrets[] = [
  { few: 1, own: [7_100_119, 7_230_131, 7_410_173, 7_530_199, 7_670_223, 7_810_251, 7_930_277] },
  { few: 2, own: [7_061_024, 7_210_147, 7_450_187, 7_590_211, 7_630_233, 7_808_250, 7_911_336] },
];

const places: readonly (readonly [type: string, way: string])[] = [
  ['Country', '{ territory(key: "DG") { ... on Country { # } } }'],
  ['State', '{ territory(key: "03") { ... on State { # } } }'],
  ['Region', '{ territory(key: "031") { ... on Region { # } } }'],
  ['District', '{ district(key: "03153") { # } }'],
  ['District', '{ district(key: "09473") { # } }'],
  ['District', '{ district(key: "12070") { # } }'],
  ['Association', '{ territory(key: "120705001") { ... on Association { # } } }'],
  ['Municipality', '{ municipality(key: "03153012") { # } }'],
  ['Municipality', '{ municipality(key: "03153008") { # } }'],
  ['Municipality', '{ municipality(key: "03153017") { # } }'],
  ['Municipality', '{ municipality(key: "12070296") { # } }'],
  ['Group', '{ group(key: "harz-und-coburg") { # } }'],
];
const ends = [...new Set(places.map(([type]) => type)), 'Query'];

/** Indicators with a period in which something of them is hidden. */
const hidden: readonly (readonly [indicator: string, measure: string, period: string])[] = [
  ['language/participants', 'language/participants', '2021'],
  ['language/participants', 'language/participants', '2020'],
  ['language/participants', 'language/eligiblePersons', '2019'],
  ['language/participationShare', 'language/eligiblePersons', '2021'],
  ['language/b1Share', 'language/testTakers', '2021'],
  ['language/placesTaken', 'language/b1Reached', '2021'],
  ['language/waitingDays', 'language/coursePlaces', '2021'],
  ['opening/staff', 'opening/staffWithMigrationHistory', '2021'],
  ['opening/councilMembers', 'opening/councilMembers', '2021'],
  ['work/foreignEmployees', 'work/foreignEmployees', '2015'],
];

function variantsOf(dataVersion: number): readonly Written[] {
  return hidden.flatMap(([indicator, measure, period], index) =>
    [
      { level: 'MUNICIPALITY', among: '{ inside: COUNTRY }' },
      { level: 'DISTRICT', among: '{ group: "harz-und-coburg" }', asOf: String(dataVersion - (index % 8)) },
      {
        level: 'DISTRICT',
        among: '{ inside: STATE }',
        boundariesOn: index % 2 === 0 ? '"2013-12-31"' : '"2021-12-31"',
      },
      {
        level: 'MUNICIPALITY',
        among: '{ inside: DISTRICT }',
        breakdown: '[{ dimension: "sex", category: "male" }]',
      },
    ].map((variant) => ({
      lang: 'EN',
      dimension: '"sex"',
      indicator: `"${indicator}"`,
      indicators: `["${indicator}", "language/participants", "work/foreignEmployees"]`,
      measure: `"${measure}"`,
      period: `"${period}"`,
      base: '"2020"',
      plugin: `"${indicator.split('/')[0]}"`,
      first: '50',
      'Query.proposedReleases.first': '5',
      'Query.indicator.key': `"${indicator}"`,
      'Query.subject.key': '"population/foreigners"',
      ...variant,
    })),
  );
}

const ofQuery = /^{ (reporting|indicator|indicators|dataVersion|reconciliations|subject)\b/;
const notPublic = /^{ (proposedReleases|auditTrail|deliveryReview|me)\b/;

/** What tells nothing but when and by whom it was made. */
function withoutMoments(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/kwl?_[2-9a-z]{8}/g, 'token')
    .replace(/"(\w*[cC]ursor)":"[^"]*"/g, '"$1":"cursor"');
}

/** What is hidden stays hidden, however it is asked for. */
export function confidentialFigures(): void {
  describe('confidential figures', () => {
    const from = addressesOf(6);
    const opened: AttackedServer[] = [];
    const answered: (readonly string[])[] = [];
    const harms: string[] = [];
    let probes = 0;
    let documents: readonly (readonly [as: string | undefined, document: string])[] = [];

    afterAll(async () => {
      for (const world of opened) await world.stop();
    });

    test('two worlds are asked the same', async () => {
      for (const secrets of worlds) {
        const world = await attackedServer();
        opened.push(world);
        const told = await deliverSecrets(world, secrets);
        const { text } = await ask(world, { query: '{ dataVersion { number } }' }, { from: from() });
        documents = documentsOf(JSON.parse(text).data.dataVersion.number);
        const answers: string[] = [...told.map(withoutMoments)];
        for (const [as, query] of documents) {
          const answer = await ask(world, { query }, { ...(as !== undefined && { as }), from: from() });
          tally('confidential figures', answer);
          const harm = harmIn(answer);
          if (harm.length > 0) harms.push(`${query.slice(0, 200)}: ${harm.join('; ')}`);
          answers.push(withoutMoments(answer.text));
        }
        probes = told.length;
        answered.push(answers);
      }
      expect(documents.length).toBeGreaterThan(1_000);
    });

    test('no question fails', () => {
      expect(harms).toEqual([]);
    });

    test('what was refused is little, and for reasons of its own', () => {
      const reasons = new Map<string, number>();
      for (const answer of answered[0] ?? []) {
        const [, reason] = /"errors":\[\{"message":"([^"]{0,90})/.exec(answer) ?? [];
        if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      expect(
        [...reasons].filter(([reason]) => /Syntax Error|Cannot query|Unknown|aliases/.test(reason)),
      ).toEqual([]);
      process.stdout.write(
        `refused, of ${documents.length} questions: ${JSON.stringify(Object.fromEntries(reasons))}\n`,
      );
    });

    test('no answer depends on what is hidden', () => {
      const [one = [], other = []] = answered;
      const different = one.flatMap((answer, index) => {
        if (withoutChecksums(answer) === withoutChecksums(other[index] ?? '')) return [];
        const [as = 'anybody', document = `delivery ${index}`] = documents[index - probes] ?? [];
        return [`${as}: ${document.slice(0, 160)} ... ${firstDifference(answer, other[index] ?? '')}`];
      });
      expect(different).toEqual([]);
    });

    test('nobody who does not deliver can check guesses against the checksum of a file', () => {
      const [one = [], other = []] = answered;
      const different = one.flatMap((answer, index) => {
        const [as, document = ''] = documents[index - probes] ?? [];
        if (as === 'administrator' || answer === other[index]) return [];
        return [`${as}: ${document.slice(0, 60)} ... ${firstDifference(answer, other[index] ?? '')}`];
      });
      expect(different).toEqual([]);
    });

    test('what waits for a decision was seen by who may read it', () => {
      const seen = (answered[0] ?? []).filter(
        (answer, index) =>
          documents[index - probes]?.[0] === 'analyst' && answer.includes('"ProposedRelease"'),
      );
      expect(seen.length).toBeGreaterThan(0);
    });

    test('no number is told that is hidden, nor two that it lies between', () => {
      const numbers = new Set<number>();
      for (const answer of answered[0] ?? []) {
        for (const [digits] of answer.matchAll(/\d+(?:\.\d+)?/g)) numbers.add(Number(digits));
      }
      // The walk has seen what is published of the very cells.
      expect([ofTable.total, ...ofTable.shown, 5_000].filter((number) => !numbers.has(number))).toEqual([]);
      const secrets = [ofTable.hidden, ofTable.sum, ...(worlds[0]?.own ?? [])];
      expect(secrets.filter((secret) => numbers.has(secret))).toEqual([]);
      const large = [...numbers].filter((number) => number > 1_000_000);
      const between = large.flatMap((number) =>
        secrets
          .filter((secret) => numbers.has(number + secret))
          .map((secret) => `${number} and ${number + secret}`),
      );
      expect(between).toEqual([]);
    });
  });
}

function documentsOf(dataVersion: number): readonly (readonly [string | undefined, string])[] {
  const variants = variantsOf(dataVersion);
  const ofPlaces = places.flatMap(([type, way], place) =>
    variants.flatMap((written, variant) =>
      everyAnswer(schema, { type, way, ends, written })
        .filter(
          // What no variant changes is asked once.
          (document) =>
            variant === 0 ||
            /^(series|seriesOf|seriesBy|value|crossSection|reconciliation)\b/.test(
              document.slice(way.indexOf('#')),
            ),
        )
        .map((document) => [place, document] as const),
    ),
  );
  const query = variants.flatMap((written) =>
    everyAnswer(schema, { type: 'Query', way: '{ # }', ends, written }),
  );
  const unique = [
    ...new Set([
      ...ofPlaces.map(([, document]) => document),
      ...query.filter((document) => ofQuery.test(document)),
    ]),
  ];
  const ofSome = [...new Set(query.filter((document) => notPublic.test(document)))];
  return [
    ...unique.map((document) => [undefined, document] as const),
    ...['analyst', 'coburg', 'goslar', 'perleberg', 'institute', 'administrator'].flatMap((as) =>
      ofSome.map((document) => [as, document] as const),
    ),
    ...['analyst', 'administrator'].flatMap((as) =>
      unique.filter((_, index) => index % 25 === 0).map((document) => [as, document] as const),
    ),
  ];
}

function withoutChecksums(text: string): string {
  return text.replace(/[0-9a-f]{64}/g, 'checksum');
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `${one.slice(Math.max(0, at - 160), at + 60)} <-> ${other.slice(at, at + 60)}`;
}
