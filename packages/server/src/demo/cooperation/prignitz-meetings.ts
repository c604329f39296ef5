import type { BodyMeeting, BodyMember } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoMeetings, type MeetingRow } from './demo-meeting.ts';

const lenzen = 'lenzen-elbtalaue-office';
const karstaedt = 'karstaedt-municipal-office';

/** Who has not come for more than a year: the Amt Lenzen-Elbtalaue. */
const steering: readonly MeetingRow[] = [
  {
    at: -23,
    agenda: ['Auftrag der Steuerungsgruppe', 'Fahrplan zum Integrationskonzept'],
    resolved: [['Der Entwurf des Konzepts geht in die Beratung.', 'integration-concept']],
    minutes: true,
  },
  { at: -19, agenda: ['Rückmeldungen der Gemeinden', 'Kennzahlen auf Kreisebene'], absent: [karstaedt] },
  {
    at: -14,
    days: 9,
    agenda: ['Ergebnis des gemeinsamen Beschlusses', 'Zuständigkeiten für die Umsetzung'],
    resolved: ['Jedes Handlungsfeld bekommt eine federführende Stelle.'],
    minutes: true,
  },
  { at: -11, agenda: ['Mobilität zu Kursen', 'Wohnraumvermittlung'], absent: [lenzen] },
  {
    at: -7,
    agenda: ['Stand der Maßnahmen', 'Mobilitätsfonds: zweite Runde'],
    absent: [lenzen, 'elbe-voices'],
    resolved: [['Der Fonds wird mit geänderter Regel erneut vorgelegt.', 'mobility-fund']],
  },
  {
    at: -2,
    days: -10,
    agenda: ['Gemeinsame Kursplanung', 'Öffentlichkeitsarbeit'],
    absent: [lenzen],
    resolved: [['Die Kursplanung wird den Gemeinden zur Entscheidung vorgelegt.', 'course-planning']],
    minutes: true,
  },
  { at: 1, days: 12, agenda: ['Positionen der Gemeinden zur Kursplanung', 'Zwischenbericht zum Konzept'] },
];

const language: readonly MeetingRow[] = [
  { at: -22, agenda: ['Bestandsaufnahme der Sprachkurse'], minutes: true },
  { at: -19, days: 10, agenda: ['Kurse in den Ämtern', 'Kinderbetreuung während der Kurse'] },
  { at: -16, agenda: ['Honorare in der Sprachmittlung'], absent: 'NOT_RECORDED' },
  {
    at: -12,
    agenda: ['Schulung der Sprachmittlung', 'Vorbereitungsgruppen an Schulen'],
    absent: ['stepenitz-school'],
    resolved: ['Die Schulung findet zweimal im Jahr statt.'],
  },
  { at: -9, agenda: ['Gemeinsame Kursplanung: Eckpunkte'], absent: ['prignitz-job-centre'] },
  {
    at: -6,
    agenda: ['Gemeinsame Kursplanung: Entwurf', 'Fahrzeiten zu den Kursorten'],
    resolved: [['Der Entwurf wird der Steuerungsgruppe empfohlen.', 'course-planning']],
    minutes: true,
  },
  { at: -3, agenda: ['Kursorte im Herbst'], cancelled: true },
];

const network: readonly MeetingRow[] = [
  { at: -23, days: 6, agenda: ['Austausch: Erfahrungen mit Patenschaften'] },
  { at: -17, agenda: ['Vereine öffnen', 'Fördermittel für kleine Projekte'], absent: 'NOT_RECORDED' },
  { at: -11, days: 8, agenda: ['Ehrenamt im ländlichen Raum'], absent: ['prignitz-interfaith-table'] },
  {
    at: -5,
    days: 15,
    agenda: ['Betriebe und Ehrenamt', 'Gemeinsame Botschaft zur Zuwanderung'],
    absent: ['pritzwalk-sports-club'],
    minutes: true,
  },
  { at: 1, days: -2, agenda: ['Jahresplanung', 'Fortbildungen für Ehrenamtliche'] },
];

const council: readonly MeetingRow[] = [
  { at: -22, days: 4, agenda: ['Arbeitsweise des Beirats'], minutes: true },
  {
    at: -18,
    days: 3,
    agenda: ['Stellungnahme zum Integrationskonzept'],
    resolved: [['Der Beirat begrüßt den Entwurf und wünscht mehr Sprachmittlung.', 'integration-concept']],
  },
  { at: -13, agenda: ['Zugang zu Kita und Schule'], absent: 'NOT_RECORDED' },
  {
    at: -8,
    agenda: ['Verständliche Bescheide', 'Diskriminierung bei der Wohnungssuche'],
    absent: ['elbe-women-studio'],
  },
  { at: -4, days: 5, agenda: ['Sprachmittlungspool: Wünsche des Beirats'], minutes: true },
  { at: 2, agenda: ['Jahresbericht des Beirats'] },
];

/** What the bodies in the Prignitz of the demo met about. */
export function prignitzMeetings(days: DemoDays, members: readonly BodyMember[]): readonly BodyMeeting[] {
  const of = (body: string, rows: readonly MeetingRow[]) => demoMeetings(days, '12070', body, members, rows);
  return [
    ...of('steering-group', steering),
    ...of('language-working-group', language),
    ...of('arrival-network', network),
    ...of('migration-advisory-council', council),
  ];
}
