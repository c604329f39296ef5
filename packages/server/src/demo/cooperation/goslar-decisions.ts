import { carryingRule, type JointDecision } from '@kreisweit/domain';
import { demoConsultation } from './demo-consultation.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDecision } from './demo-decision.ts';
import { demoDraft, demoProposal } from './demo-draft.ts';
import { demoOpenRound } from './demo-open-round.ts';
import { demoRound } from './demo-round.ts';

const district = '03153';
const advisers = ['harz-women-circle', 'harz-integration-network'];
const twoThirds = { numerator: 2, denominator: 3 };

/** The joint decisions in the Landkreis Goslar of the demo. What its towns and municipalities say in them is invented. */
export function goslarDecisions(days: DemoDays): readonly JointDecision[] {
  return [concept(days), housing(days), ...monitoring(days), interpreters(days), meetingPlaces(days)];
}

/** Carried by all, one of them with reservations. */
function concept(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Teilhabekonzept für den Landkreis Goslar', 'Concept of participation for the Landkreis Goslar'],
    [
      'Landkreis, Städte und Gemeinden arbeiten nach einem gemeinsamen Konzept mit vier Handlungsfeldern.',
      'The district, its towns and municipalities work by a common concept with four fields of action.',
    ],
    'teilhabekonzept-goslar',
  );
  const rule = carryingRule('UNANIMOUS');
  const draft = demoDraft(district, 'participation-concept', rule, proposal, { actors: advisers });
  return demoRound(days, draft, {
    drafted: -19,
    consulted: -17,
    asked: [-14, -12],
    but: {
      '03153016': {
        reserved: [
          'Die Lage der Orte im Oberharz ist zu berücksichtigen.',
          'The Upper Harz must be considered.',
        ],
      },
      '03153018': { onBehalf: 'CONFIRMED' },
      'harz-women-circle': {
        reserved: ['Frauen brauchen eigene Angebote.', 'Women need offers of their own.'],
      },
    },
    result: 'ADOPTED',
  });
}

const housingTitle = [
  'Vereinbarung zum Wohnen nach der Unterkunft',
  'Agreement on housing after reception',
] as const;

/** Open, by a double majority of two thirds: a single large town can turn the result. */
function housing(days: DemoDays): JointDecision {
  const draft = demoDraft(
    district,
    'housing-agreement',
    carryingRule('DOUBLE_MAJORITY', { threshold: twoThirds, abstentions: 'LEFT_OUT' }),
    demoProposal(housingTitle, [
      'Die Gemeinden melden freien Wohnraum an eine gemeinsame Stelle.',
      'The municipalities report vacant homes to a joint office.',
    ]),
    { actors: ['tannenzweig-welfare'] },
  );
  return demoOpenRound(days, draft, {
    revised: demoProposal(
      housingTitle,
      [
        'Die Gemeinden melden freien Wohnraum an eine gemeinsame Stelle; der Landkreis sichert Mietausfälle ab.',
        'The municipalities report vacant homes to a joint office; the district covers losses of rent.',
      ],
      'wohnen-goslar',
    ),
    before: [0, 5, { '03153012': { stance: 'OPPOSE' }, '03153016': { onBehalf: 'UNCONFIRMED' } }],
    since: [
      1,
      7,
      {
        '03153008': null,
        '03153012': { stance: 'ABSTAIN' },
        '03153016': { onBehalf: 'UNCONFIRMED' },
        '03153017': {
          reserved: [
            'Die Absicherung muss länger als ein Jahr gelten.',
            'The cover must last for more than one year.',
          ],
        },
      },
    ],
    daysLeft: 17,
  });
}

const monitoringTitle = ['Gemeinsames Integrationsmonitoring', 'Joint monitoring of integration'] as const;

/** Not carried: most municipalities were in favour, but not most inhabitants. The second round is closed, its result not stated yet. */
function monitoring(days: DemoDays): readonly JointDecision[] {
  const first = demoRound(
    days,
    demoDraft(
      district,
      'joint-monitoring',
      carryingRule('DOUBLE_MAJORITY'),
      demoProposal(monitoringTitle, [
        'Alle Gemeinden liefern vierzig Kennzahlen im Jahr.',
        'All municipalities deliver forty figures a year.',
      ]),
    ),
    {
      drafted: -11,
      consulted: -10,
      asked: [-9, -8],
      but: { '03153012': { stance: 'ABSTAIN' }, '03153017': { stance: 'OPPOSE' } },
      result: 'NOT_ADOPTED',
    },
  );
  const again = demoDraft(
    district,
    'joint-monitoring',
    carryingRule('DOUBLE_MAJORITY', { quorum: { numerator: 3, denominator: 4 } }),
    demoProposal(monitoringTitle, [
      'Die Gemeinden liefern zwölf Kennzahlen im Jahr; was schon vorliegt, wird nicht noch einmal erhoben.',
      'The municipalities deliver twelve figures a year; what is there already is not collected again.',
    ]),
    { round: 2, actors: advisers },
  );
  const second = demoRound(
    days,
    again,
    { drafted: -4, consulted: -3, asked: [-2, -1], but: { '03153019': { stance: 'ABSTAIN' } } },
    first,
  );
  return [first, second];
}

function interpreters(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Sprachmittlung auf Abruf', 'Interpreters on call'],
    [
      'Rathäuser können Sprachmittlung per Video über den Landkreis bestellen.',
      'Town halls can order interpreting by video from the district.',
    ],
  );
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', { districtConsent: false });
  return demoDecision([
    [days.at(0, -20), demoDraft(district, 'interpreters-on-call', rule, proposal, { actors: advisers })],
  ]);
}

function meetingPlaces(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Förderung von Begegnungsorten', 'Funding of meeting places'],
    [
      'Jede Gemeinde benennt einen Begegnungsort, den der Landkreis fördert.',
      'Each municipality names a meeting place, which the district funds.',
    ],
    'begegnungsorte-goslar',
  );
  const rule = carryingRule('MAJORITY_OF_MUNICIPALITIES', { threshold: twoThirds });
  const draft = demoDraft(district, 'meeting-places', rule, proposal, { actors: ['oker-prayer-house'] });
  return demoConsultation(days, draft, { drafted: -1, since: -12, until: 31 });
}
