import { carryingRule, type JointDecision } from '@kreisweit/domain';
import { demoConsultation } from './demo-consultation.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDecision } from './demo-decision.ts';
import { demoDraft, demoProposal } from './demo-draft.ts';
import { demoOpenRound } from './demo-open-round.ts';
import { demoRound } from './demo-round.ts';

const district = '09473';
const advisers = ['itz-international', 'coburg-parents-circle'];

/** The joint decisions in the Landkreis Coburg of the demo. What its towns and municipalities say in them is invented. */
export function coburgDecisions(days: DemoDays): readonly JointDecision[] {
  return [concept(days), volunteerCard(days), ...report(days), mentors(days), arrival(days)];
}

/** Carried by the majority of the municipalities; the district consents, and enough of them spoke. */
function concept(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Integrationskonzept Coburger Land', 'Concept of integration for the Coburg area'],
    [
      'Das Konzept beschreibt fünf Handlungsfelder und sagt, wer im Landkreis welche Aufgabe übernimmt.',
      'The concept describes five fields of action and says who takes on which task in the district.',
    ],
    'integrationskonzept-coburg',
  );
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', { quorum: { numerator: 3, denominator: 4 } });
  const draft = demoDraft(district, 'integration-concept', rule, proposal, { actors: advisers });
  return demoRound(days, draft, {
    drafted: -21,
    consulted: -18,
    asked: [-17, -15],
    but: {
      '09473120': { stance: 'OPPOSE' },
      '09473132': null,
      '09473134': { onBehalf: 'CONFIRMED' },
      '09473153': { onBehalf: 'UNCONFIRMED' },
      '09473166': {
        reserved: [
          'Die Betriebe müssen von Anfang an beteiligt werden.',
          'The companies must be involved from the beginning.',
        ],
      },
      '09473175': { stance: 'ABSTAIN' },
    },
    result: 'ADOPTED',
  });
}

const cardTitle = ['Gemeinsame Ehrenamtskarte', 'Joint card for volunteers'] as const;

/** Open for everybody to carry: one that opposes is enough to stop it, and so are too many that abstain. */
function volunteerCard(days: DemoDays): JointDecision {
  const draft = demoDraft(
    district,
    'volunteer-card',
    carryingRule('UNANIMOUS', { abstentions: 'LEFT_OUT', quorum: { numerator: 3, denominator: 4 } }),
    demoProposal(cardTitle, [
      'Alle Gemeinden geben eine gemeinsame Karte an Ehrenamtliche aus.',
      'All municipalities issue a joint card to volunteers.',
    ]),
    { actors: ['lautertal-neighbours', 'bad-rodach-language-cafe'] },
  );
  return demoOpenRound(days, draft, {
    revised: demoProposal(
      cardTitle,
      [
        'Alle Gemeinden geben eine gemeinsame Karte an Ehrenamtliche aus; die Vergünstigungen legt jede selbst fest.',
        'All municipalities issue a joint card to volunteers; each settles the benefits itself.',
      ],
      'ehrenamtskarte-coburg',
    ),
    before: [
      1,
      10,
      {
        '09473121': { onBehalf: 'UNCONFIRMED' },
        '09473134': { onBehalf: 'UNCONFIRMED' },
        '09473138': { stance: 'OPPOSE' },
      },
    ],
    since: [
      0,
      8,
      {
        '09473121': { onBehalf: 'UNCONFIRMED' },
        '09473134': { onBehalf: 'CONFIRMED' },
        '09473138': {
          reserved: ['Die Kosten der Karte dürfen nicht steigen.', 'The costs of the card must not rise.'],
        },
        '09473141': { stance: 'ABSTAIN' },
      },
    ],
    daysLeft: 38,
  });
}

const reportTitle = ['Gemeinsamer Integrationsbericht', 'Joint report on integration'] as const;

/** Not carried, as too few took a position at all; the second round was withdrawn. */
function report(days: DemoDays): readonly JointDecision[] {
  const silent = ['09473112', '09473120', '09473132', '09473138', '09473144', '09473165', '09473170'];
  const first = demoRound(
    days,
    demoDraft(
      district,
      'joint-report',
      carryingRule('MAJORITY_OF_MUNICIPALITIES', { quorum: { numerator: 2, denominator: 3 } }),
      demoProposal(reportTitle, [
        'Landkreis und Gemeinden berichten alle zwei Jahre gemeinsam.',
        'The district and its municipalities report jointly every two years.',
      ]),
    ),
    {
      drafted: -12,
      consulted: -11,
      asked: [-10, -9],
      but: Object.fromEntries(silent.map((key) => [key, null])),
      result: 'NOT_ADOPTED',
    },
  );
  const again = demoDraft(
    district,
    'joint-report',
    carryingRule('MAJORITY_OF_MUNICIPALITIES', { districtConsent: false }),
    demoProposal(reportTitle, [
      'Der Landkreis berichtet; die Gemeinden ergänzen freiwillig ein eigenes Kapitel.',
      'The district reports; the municipalities may add a chapter of their own.',
    ]),
    { round: 2 },
  );
  const reason = {
    de: 'Beispiel: Der Bericht geht in das Monitoring über und braucht keinen eigenen Beschluss.',
    en: 'Example: the report becomes a part of the monitoring and needs no decision of its own.',
  };
  const second = demoDecision(
    [
      [days.at(-6), again],
      [days.at(-4), { kind: 'WITHDRAWN', reason }],
    ],
    first,
  );
  return [first, second];
}

function mentors(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Lernpatenschaften in allen Gemeinden', 'Mentors for learners in all municipalities'],
    [
      'Jede Gemeinde stellt einen Raum, der Landkreis schult die Patinnen und Paten.',
      'Each municipality provides a room, and the district trains the mentors.',
    ],
  );
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', { districtConsent: false });
  return demoDecision([[days.at(0, -5), demoDraft(district, 'language-mentors', rule, proposal)]]);
}

function arrival(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Zweckvereinbarung zur Erstorientierung', 'Agreement on first orientation'],
    [
      'Der Landkreis übernimmt die Erstorientierung für fünf weitere Jahre.',
      'The district takes on first orientation for five more years.',
    ],
    'erstorientierung-coburg',
  );
  const rule = carryingRule('DOUBLE_MAJORITY', { threshold: { numerator: 2, denominator: 3 } });
  const draft = demoDraft(district, 'first-orientation', rule, proposal, { actors: advisers });
  return demoConsultation(days, draft, { drafted: -3, since: -40, until: 11 });
}
