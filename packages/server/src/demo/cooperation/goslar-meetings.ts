import type { BodyMeeting, BodyMember } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMeetings, type MeetingRow } from './demo-meeting.ts';

const langelsheim = 'langelsheim-town-office';
const founders = 'goslar-founders-circle';

const steering: readonly MeetingRow[] = [
  {
    at: -22,
    agenda: ['Zuständigkeiten nach den Gemeindefusionen', 'Auftrag zum Teilhabekonzept'],
    minutes: true,
  },
  {
    at: -18,
    days: 7,
    agenda: ['Entwurf des Teilhabekonzepts', 'Beteiligung der Räte'],
    resolved: [['Der Entwurf geht an alle Räte.', 'participation-concept']],
    minutes: true,
  },
  { at: -14, agenda: ['Rückmeldungen der Räte', 'Personal für die Umsetzung'], absent: [langelsheim] },
  {
    at: -10,
    days: 5,
    agenda: ['Start der Umsetzung', 'Gemeinsames Monitoring'],
    absent: 'NOT_RECORDED',
    resolved: [['Ein gemeinsames Monitoring wird vorgeschlagen.', 'joint-monitoring']],
  },
  {
    at: -7,
    agenda: ['Ergebnis der Abstimmung zum Monitoring', 'Sprachmittlung auf Abruf'],
    absent: [langelsheim],
  },
  {
    at: -4,
    days: -6,
    agenda: ['Vereinbarung zum Wohnen', 'Monitoring: zweiter Anlauf'],
    resolved: [
      ['Die Vereinbarung wird den Räten vorgelegt.', 'housing-agreement'],
      ['Das Monitoring wird auf wenige Kennzahlen beschränkt.', 'joint-monitoring'],
    ],
    minutes: true,
  },
  { at: -1, days: -8, agenda: ['Zwischenstand der Positionen', 'Haushalt des kommenden Jahres'] },
  { at: 2, days: -5, agenda: ['Bericht zum Teilhabekonzept'] },
];

const housing: readonly MeetingRow[] = [
  { at: -20, agenda: ['Bestand an Wohnungen und Unterkünften'] },
  { at: -16, days: 3, agenda: ['Gespräche mit Wohnungsgesellschaften'], absent: [langelsheim] },
  {
    at: -12,
    days: -4,
    agenda: ['Vermieten mit Begleitung: Erfahrungen', 'Wohnen im Oberharz'],
    minutes: true,
  },
  { at: -9, agenda: ['Eckpunkte einer Vereinbarung'], absent: ['bad-harzburg-town-social-office'] },
  {
    at: -6,
    agenda: ['Entwurf der Vereinbarung', 'Verteilung der Kosten'],
    resolved: [['Der Entwurf wird dem Lenkungskreis empfohlen.', 'housing-agreement']],
    minutes: true,
  },
  { at: -2, days: -12, agenda: ['Fragen aus den Räten'] },
  { at: 1, days: 20, agenda: ['Musterverträge für Vermietende'] },
];

const network: readonly MeetingRow[] = [
  { at: -24, agenda: ['Wer macht was im Landkreis?'], minutes: true },
  { at: -20, days: 12, agenda: ['Patenschaften gewinnen', 'Begegnung im Verein'] },
  { at: -15, agenda: ['Ehrenamt stärken', 'Umgang mit Anfeindungen'], absent: ['braunlage-mountain-club'] },
  { at: -12, days: 10, agenda: ['Begegnungsorte im Winter'], absent: 'NOT_RECORDED' },
  {
    at: -9,
    days: 2,
    agenda: ['Betriebe als Partner', 'Fortbildungsplan'],
    absent: ['seesen-godparents'],
    minutes: true,
  },
  { at: -3, agenda: ['Herbsttreffen'], cancelled: true },
];

/** Who has not come for more than a year: the circle of founders. */
const council: readonly MeetingRow[] = [
  { at: -23, days: 2, agenda: ['Wahl des Vorsitzes', 'Themen der Amtszeit'], minutes: true },
  {
    at: -17,
    agenda: ['Stellungnahme zum Teilhabekonzept'],
    resolved: [['Der Beirat stimmt dem Entwurf zu.', 'participation-concept']],
  },
  {
    at: -11,
    days: 6,
    agenda: ['Anerkennung von Abschlüssen', 'Ausländerbehörde: Terminvergabe'],
    absent: [founders],
  },
  { at: -8, agenda: ['Antidiskriminierung: wer berät?'], absent: [founders, 'oker-prayer-house'] },
  {
    at: -3,
    days: 9,
    agenda: ['Wohnungssuche mit fremdem Namen', 'Jahresbericht'],
    absent: [founders],
    minutes: true,
  },
  { at: 2, days: 10, agenda: ['Vorschläge für das nächste Konzept'] },
];

/** What the bodies in the Landkreis Goslar of the demo met about. */
export function goslarMeetings(days: DemoDays, members: readonly BodyMember[]): readonly BodyMeeting[] {
  const of = (body: string, rows: readonly MeetingRow[]) => demoMeetings(days, '03153', body, members, rows);
  return [
    ...of('participation-steering-group', steering),
    ...of('housing-working-group', housing),
    ...of('harz-network-meeting', network),
    ...of('integration-advisory-council', council),
  ];
}
