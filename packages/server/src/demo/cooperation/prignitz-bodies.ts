import type { BodyMember, CooperationBody } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMembers } from './demo-member.ts';
import { exampleTitle, localised } from './localised.ts';

const district = '12070';
const wilsnack = ['12070008', '12070052', '12070241', '12070348', '12070416'];
const lenzen = ['12070060', '12070236', '12070244', '12070246'];

/** The bodies in the Prignitz of the demo. The working group has not met for longer than it meant to. */
export function prignitzBodies(days: DemoDays): readonly CooperationBody[] {
  return [
    {
      key: 'steering-group',
      district,
      kind: 'STEERING_GROUP',
      title: exampleTitle('Steuerungsgruppe Integration', 'Steering group on integration'),
      purpose: localised(
        'Landkreis, Städte, Ämter und Gemeinden stimmen ihre Integrationsarbeit gleichberechtigt ab und bereiten gemeinsame Beschlüsse vor.',
        'The district, its towns, Ämter and municipalities agree on their integration work as equals and prepare joint decisions.',
      ),
      recurrence: { every: { months: 4 }, since: days.start(-30) },
      from: days.start(-30),
      until: null,
    },
    {
      key: 'language-working-group',
      district,
      kind: 'WORKING_GROUP',
      title: exampleTitle('Arbeitsgruppe Sprache und Bildung', 'Working group on language and education'),
      purpose: localised(
        'Plant Sprachkurse und Sprachmittlung im ganzen Kreis, auch in der Fläche.',
        'Plans language courses and interpreting in the whole district, in its villages too.',
      ),
      recurrence: { every: { weeks: 10 }, since: days.start(-26) },
      from: days.start(-26),
      until: null,
    },
    {
      key: 'arrival-network',
      district,
      kind: 'NETWORK',
      title: exampleTitle('Netzwerktreffen Ankommen', 'Arrival network'),
      purpose: localised(
        'Haupt- und Ehrenamtliche tauschen sich zweimal im Jahr aus.',
        'Staff and volunteers exchange views twice a year.',
      ),
      recurrence: { every: { months: 6 }, since: days.start(-40) },
      from: days.start(-40),
      until: null,
    },
    {
      key: 'migration-advisory-council',
      district,
      kind: 'ADVISORY_COUNCIL',
      title: exampleTitle(
        'Beirat für Migration und Teilhabe',
        'Advisory council on migration and participation',
      ),
      purpose: localised(
        'Berät Kreistag und Kreisverwaltung aus der Sicht der Zugewanderten.',
        'Advises the district council and its administration from the point of view of migrants.',
      ),
      recurrence: { every: { months: 6 }, since: days.start(-24) },
      from: days.start(-24),
      until: null,
    },
  ];
}

/** Their members. The Ämter sit there for all of their municipalities. */
export function prignitzMembers(days: DemoDays): readonly BodyMember[] {
  return [
    ...demoMembers(days, 'steering-group', [
      ['prignitz-integration-staff-unit', 'CHAIR', -30],
      ['perleberg-town-residents-office', 'MEMBER', -30, ['12070296']],
      ['wittenberge-town-social-office', 'MEMBER', -30, ['12070424']],
      ['pritzwalk-town-education-office', 'MEMBER', -30, ['12070316']],
      ['karstaedt-municipal-office', 'MEMBER', -18, ['12070173']],
      ['bad-wilsnack-weisen-office', 'MEMBER', -30, wilsnack],
      ['lenzen-elbtalaue-office', 'MEMBER', -30, lenzen],
      ['elbe-voices', 'MEMBER', -20],
      ['storchenland-welfare', 'MEMBER', -30, [], -14],
      ['prignitz-integration-network', 'MEMBER', -13],
      ['prignitz-job-centre', 'GUEST', -24],
    ]),
    ...demoMembers(days, 'language-working-group', [
      ['prignitz-adult-education', 'CHAIR', -26],
      ['prignitz-integration-staff-unit', 'OFFICE', -26],
      ['prignitz-job-centre', 'MEMBER', -26],
      ['stepenitz-school', 'MEMBER', -26],
      ['pritzwalk-town-education-office', 'MEMBER', -20, ['12070316']],
      ['wittenberge-repair-cafe', 'MEMBER', -26, [], -10],
      ['elbe-voices', 'MEMBER', -16],
    ]),
    ...demoMembers(days, 'arrival-network', [
      ['prignitz-integration-network', 'CHAIR', -40],
      ['prignitz-integration-staff-unit', 'OFFICE', -40],
      ['storchenland-welfare', 'MEMBER', -40],
      ['pritzwalk-sports-club', 'MEMBER', -40],
      ['prignitz-interfaith-table', 'MEMBER', -33],
      ['elbe-women-studio', 'MEMBER', -17],
      ['karstaedt-timber-works', 'GUEST', -20],
      ['wittenberge-town-social-office', 'MEMBER', -28, ['12070424']],
    ]),
    ...demoMembers(days, 'migration-advisory-council', [
      ['elbe-voices', 'CHAIR', -24],
      ['elbe-women-studio', 'MEMBER', -24],
      ['prignitz-interfaith-table', 'MEMBER', -24],
      ['storchenland-welfare', 'MEMBER', -24],
      ['prignitz-integration-staff-unit', 'OFFICE', -24],
      ['perleberg-town-residents-office', 'GUEST', -12, ['12070296']],
    ]),
  ];
}
