import type { BodyMeeting, BodyMember } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMeetings, type MeetingRow } from './demo-meeting.ts';

const rodach = 'bad-rodach-town-hall';
const upholstery = 'sonnefeld-upholstery';

/** Who has not come for more than a year: the town of Bad Rodach. */
const steering: readonly MeetingRow[] = [
  { at: -23, days: 5, agenda: ['Aufgabenteilung: wer macht was?'], minutes: true },
  {
    at: -19,
    agenda: ['Gliederung des Integrationskonzepts', 'Ehrenamt vor Ort'],
    resolved: [['Das Konzept wird allen Gemeinden zur Beratung zugeleitet.', 'integration-concept']],
    minutes: true,
  },
  { at: -14, days: -6, agenda: ['Beschlüsse der Gemeinden', 'Zweckvereinbarung zur Erstorientierung'] },
  { at: -10, agenda: ['Umsetzung des Konzepts', 'Ehrenamtskarte'], absent: [rodach] },
  {
    at: -7,
    days: 4,
    agenda: ['Sprachkurse an Nachmittagen', 'Gemeinsamer Bericht'],
    absent: [rodach, 'sonnefeld-municipal-office'],
    resolved: [['Der gemeinsame Bericht wird neu aufgelegt.', 'joint-report']],
  },
  {
    at: -4,
    agenda: ['Ehrenamtskarte: Entwurf', 'Betriebe als Partner'],
    absent: [rodach],
    resolved: [['Die Ehrenamtskarte wird zur Entscheidung gestellt.', 'volunteer-card']],
    minutes: true,
  },
  { at: -1, days: -12, agenda: ['Stand der Maßnahmen', 'Positionen zur Ehrenamtskarte'], absent: [rodach] },
  { at: 1, days: 25, agenda: ['Jahresplanung', 'Zwischenbericht zum Konzept'] },
];

const monitoring: readonly MeetingRow[] = [
  { at: -22, agenda: ['Welche Zahlen haben wir schon?'], minutes: true },
  { at: -19, days: 12, agenda: ['Kennzahlen zu Kita und Schule'], absent: ['neustadt-school'] },
  { at: -15, agenda: ['Kennzahlen zu Arbeit und Ausbildung'], absent: 'NOT_RECORDED' },
  { at: -11, days: 7, agenda: ['Kleine Zahlen schützen', 'Turnus der Lieferungen'] },
  {
    at: -8,
    agenda: ['Abschlussbericht der Arbeitsgruppe'],
    resolved: ['Die Liste der Kennzahlen wird der Steuerungsrunde übergeben.'],
    minutes: true,
  },
];

const network: readonly MeetingRow[] = [
  { at: -24, agenda: ['Interkulturelle Woche: Rückblick'] },
  { at: -18, days: 8, agenda: ['Vereine und Vielfalt', 'Sprachpatenschaften'], absent: [upholstery] },
  { at: -12, days: 14, agenda: ['Arbeit und Wohnen', 'Öffentlichkeitsarbeit'], absent: 'NOT_RECORDED' },
  {
    at: -8,
    days: -3,
    agenda: ['Antidiskriminierung: neue Beratung'],
    absent: ['lautertal-neighbours'],
    minutes: true,
  },
  { at: -4, days: 10, agenda: ['Interkulturelle Woche: Planung', 'Fördermittel'], absent: [upholstery] },
  { at: 1, days: 5, agenda: ['Gemeinsame Botschaft von Landkreis und Gemeinden'] },
];

const council: readonly MeetingRow[] = [
  { at: -24, days: 9, agenda: ['Selbstverständnis des Beirats'], minutes: true },
  {
    at: -20,
    agenda: ['Stellungnahme zum Integrationskonzept'],
    resolved: [['Der Beirat empfiehlt mehr Beteiligung vor Ort.', 'integration-concept']],
  },
  { at: -15, days: 5, agenda: ['Eltern in Kita und Schule'], absent: 'NOT_RECORDED' },
  { at: -11, agenda: ['Sprachmittlung in Arztpraxen'], absent: ['froschgrund-welfare'] },
  { at: -7, days: -4, agenda: ['Wahl der Delegierten', 'Bericht aus der Steuerungsrunde'], minutes: true },
];

/** What the bodies in the Landkreis Coburg of the demo met about. */
export function coburgMeetings(days: DemoDays, members: readonly BodyMember[]): readonly BodyMeeting[] {
  const of = (body: string, rows: readonly MeetingRow[]) => demoMeetings(days, '09473', body, members, rows);
  return [
    ...of('steering-group', steering),
    ...of('monitoring-working-group', monitoring),
    ...of('diversity-network', network),
    ...of('integration-advisory-council', council),
  ];
}
