import type { LocalisedText } from '../localised-text.ts';
import type { IntegrationTask, TaskLevel, TaskObligation } from './integration-task.ts';

/** What a reader has to know before the catalogue: shown wherever it is listed. */
export const integrationTasksNotice: LocalisedText = Object.freeze({
  de: 'Wer welche Aufgabe trägt, regeln die Länder verschieden. Die Angaben sind der übliche Fall und keine Rechtsauskunft; jeder Landkreis kann sie für sich anpassen und eigene Aufgaben ergänzen.',
  en: 'The Länder differ in who carries which task. What is said here is the usual case and no legal advice; each district can adapt it for itself and add tasks of its own.',
});

/**
 * The usual tasks of integration work in rural districts, in the field's own terms. Who carries them is the usual case; `stateLaw`
 * says where the law of the Länder differs, and a district adapts it by `tasksOfDistrict`.
 */
export const integrationTasks: readonly IntegrationTask[] = Object.freeze([
  task('reception', 'MANDATORY', 'DELEGATED', {
    title: ['Aufnahme und Unterbringung', 'Reception and accommodation'],
    description: [
      'Aufnahme, Verteilung und vorläufige Unterbringung von Geflüchteten.',
      'Reception, distribution and first accommodation of refugees.',
    ],
    stateLaw: [
      'Je nach Aufnahmegesetz des Landes bei den Landkreisen, bei den Gemeinden oder bei beiden: In Rheinland-Pfalz ist sie Pflichtaufgabe der Selbstverwaltung, in Nordrhein-Westfalen nehmen die Gemeinden auf, in Baden-Württemberg bringen erst die Landkreise und dann die Gemeinden unter.',
      'By the reception act of the Land with the districts, the municipalities or both: in Rheinland-Pfalz it is a mandatory task of self-government, in Nordrhein-Westfalen the municipalities receive, in Baden-Württemberg first the districts and then the municipalities accommodate.',
    ],
  }),
  task('asylum-seekers-benefits', 'MANDATORY', 'DELEGATED', {
    title: ['Leistungen nach dem Asylbewerberleistungsgesetz', 'Benefits for asylum seekers'],
    description: [
      'Leistungen zum Lebensunterhalt und bei Krankheit nach dem Asylbewerberleistungsgesetz.',
      'Subsistence and health benefits under the Asylum Seekers Benefits Act.',
    ],
    stateLaw: [
      'Das Land bestimmt die Behörde; in einigen Ländern sind es die Gemeinden, in anderen überträgt der Landkreis die Durchführung durch Satzung.',
      'The Land names the authority; in some it is the municipalities, in others the district passes it on by statute.',
    ],
  }),
  task('unaccompanied-minors', 'MANDATORY', 'DISTRICT', {
    title: ['Unbegleitete minderjährige Geflüchtete', 'Unaccompanied minors'],
    description: [
      'Inobhutnahme, Unterbringung und Begleitung durch das Jugendamt.',
      'Taking into care, accommodation and support by the youth welfare office.',
    ],
    stateLaw: [
      'In einigen Ländern haben auch größere kreisangehörige Städte ein Jugendamt.',
      'In some Länder larger towns within a district have a youth welfare office too.',
    ],
  }),
  task('immigration-authority', 'MANDATORY', 'DELEGATED', {
    title: ['Ausländerbehörde', 'Immigration authority'],
    description: [
      'Aufenthaltsrecht: Aufenthaltstitel, Wohnsitzauflagen, Verpflichtung zu Integrationskursen.',
      'Residence law: residence titles, residence conditions, obligation to attend integration courses.',
    ],
    stateLaw: [
      'In der Regel beim Landkreis; in einigen Ländern haben große kreisangehörige Städte eine eigene Ausländerbehörde.',
      'Usually with the district; in some Länder large towns within it have an authority of their own.',
    ],
  }),
  task('naturalisation', 'MANDATORY', 'DELEGATED', {
    title: ['Einbürgerung', 'Naturalisation'],
    description: [
      'Beratung, Verfahren und Feiern der Einbürgerung.',
      'Advice on naturalisation, its procedure and ceremonies.',
    ],
    stateLaw: [
      'In den meisten Ländern beim Landkreis; in einzelnen entscheidet eine Mittelbehörde, und Landkreise oder Städte nehmen den Antrag an.',
      'With the district in most Länder; in some a regional authority decides, and districts or towns take the application.',
    ],
  }),
  task('initial-orientation', 'VOLUNTARY', 'MUNICIPAL', {
    title: ['Willkommen und Erstorientierung', 'Welcome and first orientation'],
    description: [
      'Ankommen vor Ort: Ansprechpersonen, Wegweiser, Begleitung in den ersten Monaten.',
      'Arriving in the place: people to turn to, guides, company in the first months.',
    ],
  }),
  task('housing', 'VOLUNTARY', 'MUNICIPAL', {
    title: ['Wohnen', 'Housing'],
    description: [
      'Vermittlung von Wohnraum, Anschlussunterbringung und Zusammenleben im Quartier.',
      'Finding homes, accommodation after reception and living together in the neighbourhood.',
    ],
    stateLaw: [
      'Obdachlosigkeit abzuwenden ist überall Pflicht der Gemeinde; die Anschlussunterbringung ist es in einigen Ländern.',
      'To avert homelessness is a duty of the municipality everywhere; accommodation after reception is one in some Länder.',
    ],
  }),
  task('language-courses', 'VOLUNTARY', 'DISTRICT', {
    title: ['Sprachkurse und Sprachförderung', 'Language courses'],
    description: [
      'Abstimmung der Integrationskurse und Berufssprachkurse des Bundes vor Ort und ergänzende eigene Kurse.',
      'Agreeing on where the integration and vocational language courses of the federation take place, and courses of its own.',
    ],
  }),
  task('interpreters', 'VOLUNTARY', 'DISTRICT', {
    title: ['Sprachmittlung', 'Interpreters'],
    description: [
      'Pool von Sprachmittlerinnen und Sprachmittlern für Behörden, Schulen und Praxen, mit Schulung und Vermittlung.',
      'A pool of interpreters for authorities, schools and practices, with training and placement.',
    ],
  }),
  task('counselling', 'VOLUNTARY', 'DISTRICT', {
    title: ['Migrationsberatung', 'Counselling for migrants'],
    description: [
      'Abstimmung der Beratungsdienste des Bundes (Migrationsberatung für Erwachsene, Jugendmigrationsdienste) und eigene Beratung.',
      'Agreeing with the counselling services of the federation (for adults and for young people), and counselling of its own.',
    ],
    stateLaw: [
      'Die soziale Beratung von Geflüchteten ist in einigen Ländern durch das Aufnahmegesetz den Landkreisen aufgegeben.',
      'In some Länder the reception act makes social counselling of refugees a task of the districts.',
    ],
  }),
  task('early-years', 'MANDATORY', 'DISTRICT', {
    title: ['Frühe Bildung und Kindertagesbetreuung', 'Early years and child day care'],
    description: [
      'Zugang zu Kindertagesbetreuung, Sprachbildung und Frühe Hilfen für Familien.',
      'Access to day care, language education and early help for families.',
    ],
    stateLaw: [
      'Der Anspruch richtet sich gegen den Träger der Jugendhilfe; das Landesrecht bestimmt, wie weit die Gemeinden Plätze bereitstellen.',
      'The claim is against the youth welfare authority; the law of the Land says how far the municipalities provide places.',
    ],
  }),
  task('school', 'MANDATORY', 'DISTRICT', {
    title: ['Schule und Seiteneinstieg', 'School and newly arrived pupils'],
    description: [
      'Schulplätze, Willkommens- und Sprachförderklassen, Schulsozialarbeit, Beratung der Eltern.',
      'School places, welcome and language classes, school social work, advice for parents.',
    ],
    stateLaw: [
      'Träger der Grundschulen sind meist die Gemeinden, der weiterführenden und beruflichen Schulen meist die Landkreise; den Unterricht verantwortet das Land.',
      'Primary schools are mostly maintained by the municipalities, secondary and vocational ones by the districts; teaching is the responsibility of the Land.',
    ],
  }),
  task('school-to-work', 'VOLUNTARY', 'DISTRICT', {
    title: ['Übergang Schule – Beruf', 'Transition from school to work'],
    description: [
      'Berufsorientierung, Jugendberufsagentur, Begleitung in die Ausbildung.',
      'Careers guidance, youth employment agency, support on the way into training.',
    ],
  }),
  task('vocational-integration', 'MANDATORY', 'DISTRICT', {
    title: ['Berufliche Integration und Arbeit', 'Vocational integration and work'],
    description: [
      'Eingliederung in Arbeit mit Jobcenter, Arbeitsagentur, Kammern und Arbeitgebern.',
      'Integration into work with job centre, employment agency, chambers and employers.',
    ],
    stateLaw: [
      'Jobcenter sind gemeinsame Einrichtungen mit der Arbeitsagentur oder, in Optionskommunen, solche des Landkreises allein.',
      'Job centres are joint with the employment agency or, in districts that opted for it, of the district alone.',
    ],
  }),
  task('recognition', 'VOLUNTARY', 'DISTRICT', {
    title: ['Anerkennung ausländischer Abschlüsse', 'Recognition of qualifications'],
    description: [
      'Beratung zur Anerkennung und zu Nachqualifizierungen.',
      'Advice on recognition of foreign qualifications and on further training.',
    ],
  }),
  task('health', 'MANDATORY', 'DISTRICT', {
    title: ['Gesundheit', 'Health'],
    description: [
      'Untersuchungen, Prävention und Zugang zur Versorgung, auch der seelischen Gesundheit.',
      'Examinations, prevention and access to care, mental health included.',
    ],
    stateLaw: [
      'Das Gesundheitsamt ist je nach Land eines der Selbstverwaltung des Landkreises oder eine untere Landesbehörde.',
      'By Land the public health office belongs to the district as self-government or as a lower authority of the Land.',
    ],
  }),
  task('mobility', 'VOLUNTARY', 'DISTRICT', {
    title: ['Mobilität', 'Mobility'],
    description: [
      'Erreichbarkeit von Kursen, Arbeit und Ämtern im ländlichen Raum: Nahverkehr, Fahrdienste, Führerschein.',
      'Reaching courses, work and offices in rural areas: public transport, lifts, driving licences.',
    ],
    stateLaw: [
      'Der öffentliche Nahverkehr ist in einigen Ländern Pflichtaufgabe, in anderen freiwillig.',
      'Local public transport is mandatory in some Länder and voluntary in others.',
    ],
  }),
  task('volunteering-coordination', 'VOLUNTARY', 'DISTRICT', {
    title: ['Ehrenamtskoordination', 'Coordination of volunteering'],
    description: [
      'Gewinnung, Begleitung, Schulung und Anerkennung von Ehrenamtlichen.',
      'Winning, supporting, training and honouring volunteers.',
    ],
  }),
  task('encounter', 'VOLUNTARY', 'MUNICIPAL', {
    title: ['Begegnung, Kultur und Sport', 'Encounter, culture and sport'],
    description: [
      'Orte und Anlässe der Begegnung, Öffnung der Vereine.',
      'Places and occasions to meet, opening of the associations.',
    ],
  }),
  task('migrant-participation', 'VOLUNTARY', 'MUNICIPAL', {
    title: ['Beteiligung von Migrantinnen und Migranten', 'Participation of migrants'],
    description: [
      'Beiräte, Zusammenarbeit mit Migrantenorganisationen, Beteiligung an Entscheidungen.',
      'Advisory councils, work with migrant organisations, a part in decisions.',
    ],
    stateLaw: [
      'In einigen Ländern sind Integrations- oder Ausländerbeiräte ab einer bestimmten Größe vorgeschrieben.',
      'In some Länder integration or foreigners councils are required above a certain size.',
    ],
  }),
  task('intercultural-opening', 'VOLUNTARY', 'MUNICIPAL', {
    title: ['Interkulturelle Öffnung der Verwaltung', 'Intercultural opening of the administration'],
    description: [
      'Interkulturelle Kompetenz, Personalgewinnung und verständliche Verwaltung: jede Verwaltung für sich.',
      'Intercultural competence, recruitment and an administration that is understood: each for itself.',
    ],
    stateLaw: [
      'Einige Länder verpflichten dazu durch Teilhabe- oder Integrationsgesetze.',
      'Some Länder require it by acts on participation or integration.',
    ],
  }),
  task('training', 'VOLUNTARY', 'DISTRICT', {
    title: ['Interkulturelle Fortbildung', 'Intercultural training'],
    description: [
      'Regelmäßige Schulungen für Haupt- und Ehrenamtliche.',
      'Regular training for staff and volunteers.',
    ],
  }),
  task('anti-discrimination', 'VOLUNTARY', 'DISTRICT', {
    title: ['Antidiskriminierung und Prävention', 'Anti-discrimination and prevention'],
    description: [
      'Beratung bei Diskriminierung, Demokratieförderung, Vorbeugung gegen Rassismus und Extremismus.',
      'Advice on discrimination, support of democracy, prevention of racism and extremism.',
    ],
  }),
  task('public-relations', 'VOLUNTARY', 'DISTRICT', {
    title: ['Interkulturelle Öffentlichkeitsarbeit', 'Intercultural public relations'],
    description: [
      'Gemeinsame Botschaft von Landkreis und Gemeinden zu Zuwanderung und Integration.',
      'One narrative of the district and its municipalities on immigration and integration.',
    ],
  }),
  task('coordination', 'VOLUNTARY', 'DISTRICT', {
    title: ['Koordination und Vernetzung', 'Coordination and networking'],
    description: [
      'Integrationsbeauftragte, Netzwerke, Geschäftsstelle gemeinsamer Gremien, gemeinsames Konzept.',
      'Integration officers, networks, office of the joint bodies, the common concept.',
    ],
  }),
  task('monitoring', 'VOLUNTARY', 'DISTRICT', {
    title: ['Integrationsmonitoring', 'Integration monitoring'],
    description: [
      'Erfassung des Ist-Stands und regelmäßige Auswertung der Daten der Beteiligten.',
      'Recording the present state and regular evaluation of the data of all those involved.',
    ],
  }),
]);

type Words = readonly [de: string, en: string];

function task(
  key: string,
  obligation: TaskObligation,
  level: TaskLevel,
  words: { readonly title: Words; readonly description: Words; readonly stateLaw?: Words },
): IntegrationTask {
  return Object.freeze({
    key,
    title: localised(words.title),
    description: localised(words.description),
    obligation,
    level,
    stateLaw: words.stateLaw === undefined ? null : localised(words.stateLaw),
    district: null,
  });
}

function localised([de, en]: Words): LocalisedText {
  return Object.freeze({ de, en });
}
