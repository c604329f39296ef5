import { expect, test } from 'vitest';
import { carryingRule } from './carrying-rule.ts';
import { explainJointDecisionResult } from './explain-joint-decision-result.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { decisionOf, type Vote } from './testing/any-decision.ts';

const vote: Vote = {
  rule: carryingRule('DOUBLE_MAJORITY'),
  district: 'SUPPORT',
  municipalities: ['SUPPORT', 'SUPPORT', 'SUPPORT_WITH_RESERVATIONS', 'ABSTAIN', 'OPPOSE'],
  inhabitants: [21_000, 12_000, 9_500, 15_000, 11_250],
  advice: ['SUPPORT', 'MISSING'],
  state: 'ADOPTED',
};

function explained(given: Partial<Vote>): string {
  const result = jointDecisionResult(decisionOf({ ...vote, ...given }));
  return [explainJointDecisionResult(result, 'de'), explainJointDecisionResult(result, 'en')].join('\n');
}

test('adopted by a double majority', () => {
  expect(explained({})).toMatchInlineSnapshot(`
    "Die Entscheidung ist gemeinsam getragen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden, in denen mehr als die Hälfte der Einwohner lebt, und die des Landkreises. Von 5 Gemeinden unterstützen sie 3 (1 mit Vorbehalt), 1 enthält sich, 1 lehnt sie ab; nötig sind 3 von 5 (eine Enthaltung ist keine Unterstützung). In den unterstützenden Gemeinden leben 42.500 von 68.750 Einwohnern (61,8 %, Register vom 31. Dezember 2025); nötig sind 34.376 von 68.750. Der Landkreis unterstützt sie. Beratend hat 1 Akteur Stellung genommen; gezählt wird das nicht. Es fehlt die Position von actor-1.
    The decision is carried jointly. It needs the support of more than half of the municipalities, in which more than half of the inhabitants live, and that of the district. Of 5 municipalities 3 support it (1 with reservations), 1 abstains, 1 opposes it; 3 of 5 are needed (an abstention is not a support). 42,500 of 68,750 inhabitants live in the supporting municipalities (61.8%, register of 31 December 2025); 34,376 of 68,750 are needed. The district supports it. 1 actor has given advice, which is not counted. Missing is the position of actor-1."
  `);
});

test('not adopted: all but one, and the district abstains', () => {
  const rule = carryingRule('UNANIMOUS', { abstentions: 'LEFT_OUT' });
  expect(explained({ rule, district: 'ABSTAIN', state: 'NOT_ADOPTED', advice: [] })).toMatchInlineSnapshot(`
    "Die Entscheidung ist nicht gemeinsam getragen. Nötig ist die Unterstützung aller Gemeinden und die des Landkreises. Von 5 Gemeinden unterstützen sie 3 (1 mit Vorbehalt), 1 enthält sich, 1 lehnt sie ab; nötig sind 4 von 4 (Enthaltungen bleiben außer Betracht). In den unterstützenden Gemeinden leben 42.500 von 68.750 Einwohnern (61,8 %, Register vom 31. Dezember 2025). Der Landkreis enthält sich.
    The decision is not carried jointly. It needs the support of all municipalities and that of the district. Of 5 municipalities 3 support it (1 with reservations), 1 abstains, 1 opposes it; 4 of 4 are needed (abstentions are left out). 42,500 of 68,750 inhabitants live in the supporting municipalities (61.8%, register of 31 December 2025). The district abstains."
  `);
});

test('a threshold and a quorum that nearly nobody reached', () => {
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', {
    districtConsent: false,
    threshold: { numerator: 2, denominator: 3 },
    quorum: { numerator: 3, denominator: 4 },
  });
  const municipalities = ['SUPPORT', 'STALE', 'MISSING', 'MISSING', 'STALE'] as const;
  expect(
    explained({
      rule,
      municipalities,
      district: 'STALE',
      inhabitants: [1, 2, 3, 4, 5],
      state: 'NOT_ADOPTED',
    }),
  ).toMatchInlineSnapshot(`
    "Die Entscheidung ist nicht gemeinsam getragen. Nötig ist die Unterstützung von mindestens 2/3 der Gemeinden. Von 5 Gemeinden unterstützt sie 1, von 2 fehlt die Position, von 2 gilt die Position einer früheren Fassung und zählt nicht; nötig sind 4 von 5. In den unterstützenden Gemeinden lebt 1 von 15 Einwohnern (6,7 %, Register vom 31. Dezember 2025). Stellung genommen hat 1 von 5 Gemeinden; nötig sind 4 von 5. Die Position des Landkreises gilt einer früheren Fassung und zählt nicht. Beratend hat 1 Akteur Stellung genommen; gezählt wird das nicht. Es fehlt die Position von 03153003, 03153004 und actor-1.
    The decision is not carried jointly. It needs the support of at least 2/3 of the municipalities. Of 5 municipalities 1 supports it, 2 have taken no position, 2 took their positions on an earlier version, which does not count; 4 of 5 are needed. 1 of 15 inhabitants lives in the supporting municipalities (6.7%, register of 31 December 2025). 1 of 5 municipalities has taken a position; 4 of 5 are needed. The district took its position on an earlier version, which does not count. 1 actor has given advice, which is not counted. Missing is the position of 03153003, 03153004 and actor-1."
  `);
});

test('a quorum of yes and no that too many abstained from', () => {
  const rule = carryingRule('UNANIMOUS', {
    abstentions: 'LEFT_OUT',
    quorum: { numerator: 3, denominator: 4 },
    districtConsent: false,
  });
  const municipalities = ['SUPPORT', 'SUPPORT', 'SUPPORT', 'ABSTAIN', 'ABSTAIN'] as const;
  expect(
    explained({ rule, municipalities, district: 'MISSING', advice: [], state: 'NOT_ADOPTED' }),
  ).toMatchInlineSnapshot(`
    "Die Entscheidung ist nicht gemeinsam getragen. Nötig ist die Unterstützung aller Gemeinden. Von 5 Gemeinden unterstützen sie 3, 2 enthalten sich; nötig sind 3 von 3 (Enthaltungen bleiben außer Betracht). In den unterstützenden Gemeinden leben 42.500 von 68.750 Einwohnern (61,8 %, Register vom 31. Dezember 2025). Mit Ja oder Nein gestimmt haben 3 von 5 Gemeinden; nötig sind 4 von 5.
    The decision is not carried jointly. It needs the support of all municipalities. Of 5 municipalities 3 support it, 2 abstain; 3 of 3 are needed (abstentions are left out). 42,500 of 68,750 inhabitants live in the supporting municipalities (61.8%, register of 31 December 2025). 3 of 5 municipalities have said yes or no; 4 of 5 are needed."
  `);
});

test('what is not needed of the district is not missing', () => {
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', { districtConsent: false });
  const municipalities = ['SUPPORT', 'SUPPORT', 'SUPPORT', 'MISSING', 'MISSING'] as const;
  const given = { municipalities, district: 'MISSING', inhabitants: [1, 2, 3, 4, 5] } as const;
  expect(explained({ ...given, rule, advice: [] })).toMatchInlineSnapshot(`
    "Die Entscheidung ist gemeinsam getragen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden. Von 5 Gemeinden unterstützen sie 3, von 2 fehlt die Position; nötig sind 3 von 5. In den unterstützenden Gemeinden leben 6 von 15 Einwohnern (40 %, Register vom 31. Dezember 2025). Es fehlt die Position von 03153004 und 03153005.
    The decision is carried jointly. It needs the support of more than half of the municipalities. Of 5 municipalities 3 support it, 2 have taken no position; 3 of 5 are needed. 6 of 15 inhabitants live in the supporting municipalities (40%, register of 31 December 2025). Missing is the position of 03153004 and 03153005."
  `);
  const needed = explained({ ...given, rule: { ...rule, districtConsent: true } });
  expect(needed).toContain('Die Position des Landkreises fehlt.');
  expect(needed).toContain('The district has taken no position.');
});

test('undecidable: the inhabitants of two are not known', () => {
  expect(
    explained({ inhabitants: [21_000, null, 9_500, 15_000, null], state: 'CLOSED' }),
  ).toMatchInlineSnapshot(`
    "Ob die Entscheidung gemeinsam getragen ist, lässt sich nicht feststellen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden, in denen mehr als die Hälfte der Einwohner lebt, und die des Landkreises. Von 5 Gemeinden unterstützen sie 3 (1 mit Vorbehalt), 1 enthält sich, 1 lehnt sie ab; nötig sind 3 von 5 (eine Enthaltung ist keine Unterstützung). Die Einwohnerzahl von 03153002 und 03153005 ist nicht bekannt (Register vom 31. Dezember 2025): die Mehrheit der Einwohner lässt sich nicht feststellen. Der Landkreis unterstützt sie. Beratend hat 1 Akteur Stellung genommen; gezählt wird das nicht. Es fehlt die Position von actor-1.
    Whether the decision is carried jointly cannot be established. It needs the support of more than half of the municipalities, in which more than half of the inhabitants live, and that of the district. Of 5 municipalities 3 support it (1 with reservations), 1 abstains, 1 opposes it; 3 of 5 are needed (an abstention is not a support). The number of inhabitants of 03153002 and 03153005 is not known (register of 31 December 2025): the majority of the inhabitants cannot be established. The district supports it. 1 actor has given advice, which is not counted. Missing is the position of actor-1."
  `);
});

test('open, with more missing than are named', () => {
  const municipalities = Array(1_200).fill('MISSING').with(0, 'SUPPORT');
  const inhabitants = Array(1_200).fill(100);
  expect(
    explained({ municipalities, inhabitants, district: 'MISSING', state: 'OPEN' }),
  ).toMatchInlineSnapshot(`
    "Die Entscheidung ist offen; nach dem jetzigen Stand wäre sie nicht gemeinsam getragen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden, in denen mehr als die Hälfte der Einwohner lebt, und die des Landkreises. Von 1.200 Gemeinden unterstützt sie 1, von 1.199 fehlt die Position; nötig sind 601 von 1.200. In den unterstützenden Gemeinden leben 100 von 120.000 Einwohnern (0,1 %, Register vom 31. Dezember 2025); nötig sind 60.001 von 120.000. Die Position des Landkreises fehlt. Beratend hat 1 Akteur Stellung genommen; gezählt wird das nicht. Es fehlt die Position von 03153, 03153002, 03153003, 03153004, 03153005 und 1.196 weiteren.
    The decision is open; as it stands now it would not be carried jointly. It needs the support of more than half of the municipalities, in which more than half of the inhabitants live, and that of the district. Of 1,200 municipalities 1 supports it, 1,199 have taken no position; 601 of 1,200 are needed. 100 of 120,000 inhabitants live in the supporting municipalities (0.1%, register of 31 December 2025); 60,001 of 120,000 are needed. The district has taken no position. 1 actor has given advice, which is not counted. Missing is the position of 03153, 03153002, 03153003, 03153004, 03153005 and 1,196 more."
  `);
});

test('open, as it stands now', () => {
  const first = (given: Partial<Vote>) =>
    explained({ ...given, state: 'OPEN' })
      .split('\n')
      .map((paragraph) => paragraph.slice(0, paragraph.indexOf('.')));
  expect([first({}), first({ inhabitants: [null, 1, 1, 1, 1] })]).toMatchInlineSnapshot(`
    [
      [
        "Die Entscheidung ist offen; nach dem jetzigen Stand wäre sie gemeinsam getragen",
        "The decision is open; as it stands now it would be carried jointly",
      ],
      [
        "Die Entscheidung ist offen; nach dem jetzigen Stand ließe sich nicht feststellen, ob sie gemeinsam getragen ist",
        "The decision is open; as it stands now it could not be established whether it is carried jointly",
      ],
    ]
  `);
});

test('before and without a vote only what it needs is said', () => {
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES');
  const states = ['DRAFT', 'CONSULTATION', 'WITHDRAWN'] as const;
  expect(states.map((state) => explained({ state, rule })).join('\n')).toMatchInlineSnapshot(`
    "Die Entscheidung ist ein Entwurf; Positionen werden noch nicht erfragt. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden und die des Landkreises.
    The decision is a draft; positions are not asked for yet. It needs the support of more than half of the municipalities and that of the district.
    Die Entscheidung wird beraten; Positionen werden noch nicht erfragt. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden und die des Landkreises.
    The decision is in consultation; positions are not asked for yet. It needs the support of more than half of the municipalities and that of the district.
    Die Entscheidung wurde zurückgezogen.
    The decision was withdrawn."
  `);
});

test('unconfirmed positions are told, and parties are named', () => {
  const decision = decisionOf({ ...vote, district: 'OPPOSE', state: 'OPEN' });
  const positions = decision.positions.map((position) => ({ ...position, recording: 'ON_BEHALF' as const }));
  const result = jointDecisionResult({ ...decision, positions });
  const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind.toLowerCase()} ${key}`;
  expect(
    [explainJointDecisionResult(result, 'de', nameOf), explainJointDecisionResult(result, 'en', nameOf)].join(
      '\n',
    ),
  ).toMatchInlineSnapshot(`
    "Die Entscheidung ist offen; nach dem jetzigen Stand wäre sie nicht gemeinsam getragen. Nötig ist die Unterstützung von mehr als der Hälfte der Gemeinden, in denen mehr als die Hälfte der Einwohner lebt, und die des Landkreises. Von 5 Gemeinden unterstützen sie 3 (1 mit Vorbehalt), 1 enthält sich, 1 lehnt sie ab; nötig sind 3 von 5 (eine Enthaltung ist keine Unterstützung). In den unterstützenden Gemeinden leben 42.500 von 68.750 Einwohnern (61,8 %, Register vom 31. Dezember 2025); nötig sind 34.376 von 68.750. Der Landkreis lehnt sie ab. Die Positionen von 5 Gemeinden wurden für sie erfasst und sind von ihnen noch nicht bestätigt. Beratend hat 1 Akteur Stellung genommen (1 unbestätigt); gezählt wird das nicht. Es fehlt die Position von actor actor-1.
    The decision is open; as it stands now it would not be carried jointly. It needs the support of more than half of the municipalities, in which more than half of the inhabitants live, and that of the district. Of 5 municipalities 3 support it (1 with reservations), 1 abstains, 1 opposes it; 3 of 5 are needed (an abstention is not a support). 42,500 of 68,750 inhabitants live in the supporting municipalities (61.8%, register of 31 December 2025); 34,376 of 68,750 are needed. The district opposes it. The positions of 5 municipalities were recorded on their behalf and are not confirmed by them yet. 1 actor has given advice (1 unconfirmed), which is not counted. Missing is the position of actor actor-1."
  `);
});
