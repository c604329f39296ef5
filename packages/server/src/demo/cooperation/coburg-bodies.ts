import type { BodyMember, CooperationBody } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMembers } from './demo-member.ts';
import { exampleTitle, localised } from './localised.ts';

const district = '09473';
const grub = ['09473134', '09473153'];

/**
 * The bodies in the Landkreis Coburg of the demo. The advisory council has not met for longer than it meant to; the working group had a
 * mandate for a time, and it is over.
 */
export function coburgBodies(days: DemoDays): readonly CooperationBody[] {
  return [
    {
      key: 'steering-group',
      district,
      kind: 'STEERING_GROUP',
      title: exampleTitle('Steuerungsrunde Miteinander', 'Steering group Miteinander'),
      purpose: localised(
        'Landkreis und Gemeinden beraten auf Augenhöhe, was sie gemeinsam tragen und wer was übernimmt.',
        'The district and its municipalities discuss as equals what they carry jointly and who takes over what.',
      ),
      recurrence: { every: { months: 3 }, since: days.start(-34) },
      from: days.start(-34),
      until: null,
    },
    {
      key: 'monitoring-working-group',
      district,
      kind: 'WORKING_GROUP',
      title: exampleTitle('Arbeitsgruppe Kennzahlen', 'Working group on indicators'),
      purpose: localised(
        'Befristeter Auftrag: die Kennzahlen des gemeinsamen Berichts festlegen.',
        'A mandate for a limited time: to choose the indicators of the joint report.',
      ),
      recurrence: { every: { months: 3 }, since: days.start(-25) },
      from: days.start(-25),
      until: days.end(-6),
    },
    {
      key: 'diversity-network',
      district,
      kind: 'NETWORK',
      title: exampleTitle('Runder Tisch Vielfalt', 'Round table on diversity'),
      purpose: localised(
        'Träger, Vereine, Betriebe und Initiativen tauschen sich aus und planen Aktionen.',
        'Welfare organisations, associations, companies and initiatives exchange views and plan activities.',
      ),
      recurrence: { every: { weeks: 26 }, since: days.start(-45) },
      from: days.start(-45),
      until: null,
    },
    {
      key: 'integration-advisory-council',
      district,
      kind: 'ADVISORY_COUNCIL',
      title: exampleTitle('Beirat für Integrationsfragen', 'Advisory council on integration'),
      purpose: null,
      recurrence: { every: { months: 5 }, since: days.start(-27) },
      from: days.start(-27),
      until: null,
    },
  ];
}

/** Their members. The Verwaltungsgemeinschaft sits there for both of its municipalities. */
export function coburgMembers(days: DemoDays): readonly BodyMember[] {
  return [
    ...demoMembers(days, 'steering-group', [
      ['coburg-integration-staff-unit', 'CHAIR', -34],
      ['neustadt-town-integration-office', 'MEMBER', -34, ['09473151']],
      ['roedental-town-family-office', 'MEMBER', -34, ['09473159']],
      ['bad-rodach-town-hall', 'MEMBER', -34, ['09473158']],
      ['sonnefeld-municipal-office', 'MEMBER', -22, ['09473166']],
      ['grub-am-forst-joint-office', 'MEMBER', -34, grub],
      ['itz-international', 'MEMBER', -26],
      ['coburg-integration-network', 'MEMBER', -34, [], -12],
      ['coburg-parents-circle', 'MEMBER', -11],
      ['coburg-job-centre', 'GUEST', -18],
    ]),
    ...demoMembers(days, 'monitoring-working-group', [
      ['coburg-integration-staff-unit', 'CHAIR', -25, [], -6],
      ['neustadt-town-integration-office', 'MEMBER', -25, ['09473151'], -6],
      ['roedental-town-family-office', 'MEMBER', -25, ['09473159'], -6],
      ['coburg-job-centre', 'MEMBER', -25, [], -6],
      ['neustadt-school', 'GUEST', -19, [], -6],
    ]),
    ...demoMembers(days, 'diversity-network', [
      ['coburg-integration-network', 'CHAIR', -45],
      ['coburg-integration-staff-unit', 'OFFICE', -45],
      ['froschgrund-welfare', 'MEMBER', -45],
      ['bad-rodach-language-cafe', 'MEMBER', -45],
      ['lautertal-neighbours', 'MEMBER', -30],
      ['sesslach-music-club', 'MEMBER', -45, [], -15],
      ['sonnefeld-upholstery', 'MEMBER', -20],
      ['ebersdorf-interfaith-circle', 'MEMBER', -40],
    ]),
    ...demoMembers(days, 'integration-advisory-council', [
      ['itz-international', 'CHAIR', -27],
      ['coburg-parents-circle', 'MEMBER', -21],
      ['froschgrund-welfare', 'MEMBER', -27],
      ['coburg-integration-staff-unit', 'OFFICE', -27],
      ['roedental-town-family-office', 'GUEST', -27, ['09473159']],
    ]),
  ];
}
