import { carryingRule, type JointDecision } from '@kreisweit/domain';
import { demoConsultation } from './demo-consultation.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDecision } from './demo-decision.ts';
import { demoDraft, demoProposal } from './demo-draft.ts';
import { demoOpenRound } from './demo-open-round.ts';
import { demoRound } from './demo-round.ts';

const district = '12070';
const advisers = ['elbe-voices', 'prignitz-integration-network'];

/** The joint decisions in the Prignitz of the demo. What its municipalities say in them is invented. */
export function prignitzDecisions(days: DemoDays): readonly JointDecision[] {
  return [concept(days), coursePlanning(days), ...mobilityFund(days), interpreterPool(days), guide(days)];
}

const conceptTitle = [
  'Gemeinsames Integrationskonzept Prignitz',
  'Common concept of integration in the Prignitz',
] as const;

/** Carried by a double majority of two thirds, with reservations, abstentions and a municipality that said nothing. */
function concept(days: DemoDays): JointDecision {
  const draft = demoDraft(
    district,
    'integration-concept',
    carryingRule('DOUBLE_MAJORITY', { threshold: { numerator: 2, denominator: 3 } }),
    demoProposal(conceptTitle, [
      'Landkreis, Städte und Gemeinden geben sich ein gemeinsames Konzept mit fünf Handlungsfeldern.',
      'The district, its towns and municipalities adopt a common concept with five fields of action.',
    ]),
    { actors: [...advisers, 'storchenland-welfare'] },
  );
  return demoRound(days, draft, {
    drafted: -23,
    consulted: -20,
    revised: demoProposal(
      conceptTitle,
      [
        'Das Konzept umfasst fünf Handlungsfelder; die Gemeinden setzen es in eigener Verantwortung um und berichten jährlich.',
        'The concept covers five fields of action; the municipalities implement it in their own responsibility and report once a year.',
      ],
      'konzept-prignitz',
    ),
    asked: [-17, -15],
    but: {
      '12070125': {
        reserved: ['Die Kosten der Fahrten müssen geklärt sein.', 'The costs of rides must be settled.'],
      },
      '12070149': { stance: 'ABSTAIN' },
      '12070222': null,
      '12070246': { onBehalf: 'CONFIRMED' },
      '12070302': { stance: 'OPPOSE' },
      '12070393': { stance: 'ABSTAIN', onBehalf: 'UNCONFIRMED' },
      'storchenland-welfare': {
        reserved: ['Beratung braucht eine längere Förderung.', 'Counselling needs longer funding.'],
      },
    },
    result: 'ADOPTED',
  });
}

const courseTitle = ['Gemeinsame Planung der Sprachkurse', 'Joint planning of language courses'] as const;

/** Open: some positions are stale, others missing, made with reservations or not confirmed yet. */
function coursePlanning(days: DemoDays): JointDecision {
  const draft = demoDraft(
    district,
    'course-planning',
    carryingRule('MAJORITY_OF_MUNICIPALITIES'),
    demoProposal(courseTitle, [
      'Kursorte und Kurszeiten werden einmal im Jahr gemeinsam festgelegt.',
      'Places and times of courses are agreed jointly once a year.',
    ]),
    { actors: advisers },
  );
  return demoOpenRound(days, draft, {
    revised: demoProposal(
      courseTitle,
      [
        'Kursorte und Kurszeiten werden einmal im Jahr gemeinsam festgelegt; in jedem Amt findet mindestens ein Kurs statt.',
        'Places and times of courses are agreed jointly once a year; at least one course takes place in each Amt.',
      ],
      'kursplanung-prignitz',
    ),
    before: [
      0,
      14,
      {
        '12070096': { stance: 'OPPOSE' },
        '12070125': null,
        '12070145': { onBehalf: 'UNCONFIRMED' },
        '12070236': { onBehalf: 'UNCONFIRMED' },
      },
    ],
    since: [
      6,
      20,
      {
        '12070096': null,
        '12070145': { onBehalf: 'UNCONFIRMED' },
        '12070149': {
          reserved: ['Nur wenn der Bus auch am Abend fährt.', 'Only if the bus runs in the evening, too.'],
        },
        '12070173': { stance: 'ABSTAIN' },
        '12070236': { onBehalf: 'UNCONFIRMED' },
        '12070246': { onBehalf: 'CONFIRMED' },
        '12070280': {
          reserved: [
            'Ein Kursort im Norden des Kreises ist nötig.',
            'A place in the north of the district is needed.',
          ],
        },
      },
    ],
    daysLeft: 24,
  });
}

const fundTitle = ['Fonds für Fahrten zu Kursen', 'Fund for rides to courses'] as const;

/** Not carried while unanimity was asked for; in the second round, with another text and by the majority, it was. */
function mobilityFund(days: DemoDays): readonly JointDecision[] {
  const first = demoRound(
    days,
    demoDraft(
      district,
      'mobility-fund',
      carryingRule('UNANIMOUS'),
      demoProposal(fundTitle, [
        'Alle Gemeinden zahlen nach Einwohnern in einen Fonds ein.',
        'All municipalities pay into a fund by their inhabitants.',
      ]),
    ),
    {
      drafted: -14,
      consulted: -13,
      asked: [-11, -9],
      but: { '12070302': { stance: 'OPPOSE' }, '12070348': { stance: 'ABSTAIN' } },
      result: 'NOT_ADOPTED',
    },
  );
  const again = demoDraft(
    district,
    'mobility-fund',
    carryingRule('MAJORITY_OF_MUNICIPALITIES'),
    demoProposal(fundTitle, [
      'Der Landkreis trägt die Hälfte; die Gemeinden beteiligen sich freiwillig.',
      'The district bears one half; the municipalities contribute voluntarily.',
    ]),
    { round: 2 },
  );
  const second = demoRound(
    days,
    again,
    {
      drafted: -7,
      consulted: -6,
      asked: [-5, -3],
      but: { '12070302': { stance: 'ABSTAIN' }, '12070416': null },
      result: 'ADOPTED',
    },
    first,
  );
  return [first, second];
}

function interpreterPool(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Gemeinsamer Pool für Sprachmittlung', 'Joint pool of interpreters'],
    [
      'Ein Pool beim Landkreis steht allen Ämtern, Schulen und Kitas offen.',
      'A pool at the district is open to all offices, schools and day care centres.',
    ],
  );
  const rule = carryingRule('DOUBLE_MAJORITY');
  return demoDecision([
    [days.at(0, -9), demoDraft(district, 'interpreter-pool', rule, proposal, { actors: advisers })],
  ]);
}

function guide(days: DemoDays): JointDecision {
  const proposal = demoProposal(
    ['Einheitlicher Wegweiser für Neuzugezogene', 'One guide for newcomers'],
    [
      'Alle Gemeinden geben Neuzugezogenen denselben Wegweiser in neun Sprachen.',
      'All municipalities hand newcomers the same guide in nine languages.',
    ],
    'wegweiser-prignitz',
  );
  const rule = carryingRule('UNANIMOUS', { districtConsent: false });
  const draft = demoDraft(district, 'welcome-guide', rule, proposal, { actors: ['elbe-voices'] });
  return demoConsultation(days, draft, { drafted: -2, since: -30, until: 18 });
}
