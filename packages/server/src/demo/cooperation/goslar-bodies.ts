import type { BodyMember, CooperationBody } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMembers } from './demo-member.ts';
import { exampleTitle, localised } from './localised.ts';

const district = '03153';

/** The bodies in the Landkreis Goslar of the demo. The network has not met for longer than it meant to. */
export function goslarBodies(days: DemoDays): readonly CooperationBody[] {
  return [
    {
      key: 'participation-steering-group',
      district,
      kind: 'STEERING_GROUP',
      title: exampleTitle('Lenkungskreis Teilhabe', 'Steering group on participation'),
      purpose: localised(
        'Verwaltungen von Landkreis, Städten und Gemeinden bereiten gemeinsame Beschlüsse vor und begleiten das Konzept.',
        'The administrations of the district, its towns and municipalities prepare joint decisions and follow the concept.',
      ),
      recurrence: { every: { months: 3 }, since: days.start(-36) },
      from: days.start(-36),
      until: null,
    },
    {
      key: 'housing-working-group',
      district,
      kind: 'WORKING_GROUP',
      title: exampleTitle('Arbeitsgruppe Wohnen', 'Working group on housing'),
      purpose: localised(
        'Sucht Wege von der Unterkunft in die eigene Wohnung und bereitet eine Vereinbarung vor.',
        'Looks for ways from shared accommodation to a home of one’s own and prepares an agreement.',
      ),
      recurrence: { every: { months: 4 }, since: days.start(-22) },
      from: days.start(-22),
      until: null,
    },
    {
      key: 'harz-network-meeting',
      district,
      kind: 'NETWORK',
      title: exampleTitle('Netzwerkforum Zusammen im Harz', 'Network forum Together in the Harz'),
      purpose: null,
      recurrence: { every: { months: 6 }, since: days.start(-28) },
      from: days.start(-28),
      until: null,
    },
    {
      key: 'integration-advisory-council',
      district,
      kind: 'ADVISORY_COUNCIL',
      title: exampleTitle('Integrationsbeirat', 'Integration advisory council'),
      purpose: localised(
        'Bringt die Sicht der Zugewanderten in Kreistag und Räte ein.',
        'Brings the point of view of migrants into the district and municipal councils.',
      ),
      recurrence: { every: { weeks: 26 }, since: days.start(-30) },
      from: days.start(-30),
      until: null,
    },
  ];
}

/** Their members. Clausthal-Zellerfeld and Braunlage have no seat, so that somebody is missing in every meeting. */
export function goslarMembers(days: DemoDays): readonly BodyMember[] {
  return [
    ...demoMembers(days, 'participation-steering-group', [
      ['goslar-integration-staff-unit', 'CHAIR', -36],
      ['goslar-town-participation-office', 'MEMBER', -36, ['03153017']],
      ['seesen-town-citizens-office', 'MEMBER', -36, ['03153012']],
      ['bad-harzburg-town-social-office', 'MEMBER', -30, ['03153002']],
      ['langelsheim-town-office', 'MEMBER', -36, ['03153019']],
      ['liebenburg-municipal-office', 'MEMBER', -36, ['03153008']],
      ['harz-women-circle', 'MEMBER', -24],
      ['tannenzweig-welfare', 'MEMBER', -36, [], -9],
      ['goslar-job-centre', 'GUEST', -20],
    ]),
    ...demoMembers(days, 'housing-working-group', [
      ['goslar-town-participation-office', 'CHAIR', -22, ['03153017']],
      ['goslar-integration-staff-unit', 'OFFICE', -22],
      ['bad-harzburg-town-social-office', 'MEMBER', -22, ['03153002']],
      ['langelsheim-town-office', 'MEMBER', -22, ['03153019'], -4],
      ['tannenzweig-welfare', 'MEMBER', -22],
      ['clausthal-student-bridge', 'MEMBER', -15],
    ]),
    ...demoMembers(days, 'harz-network-meeting', [
      ['harz-integration-network', 'CHAIR', -28],
      ['goslar-integration-staff-unit', 'OFFICE', -28],
      ['tannenzweig-welfare', 'MEMBER', -28],
      ['seesen-godparents', 'MEMBER', -28],
      ['braunlage-mountain-club', 'MEMBER', -28],
      ['goslar-founders-circle', 'MEMBER', -28, [], -18],
      ['oker-prayer-house', 'MEMBER', -25],
      ['harz-hospitality', 'GUEST', -14],
    ]),
    ...demoMembers(days, 'integration-advisory-council', [
      ['harz-women-circle', 'CHAIR', -30],
      ['goslar-founders-circle', 'MEMBER', -26],
      ['clausthal-student-bridge', 'MEMBER', -30],
      ['oker-prayer-house', 'MEMBER', -30],
      ['goslar-integration-staff-unit', 'OFFICE', -30],
      ['goslar-adult-education', 'GUEST', -16],
    ]),
  ];
}
