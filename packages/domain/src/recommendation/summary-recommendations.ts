import type { LocalisedText } from '../localised-text.ts';
import type { Recommendation, RecommendationSource } from './recommendation.ts';
import type { RecommendationField } from './recommendation-field.ts';

/** What a reader has to know before the statements: shown wherever they are listed. */
export const recommendationsNotice: LocalisedText = Object.freeze({
  de: 'Diese vierzehn Aussagen stammen in eigenen Worten aus der öffentlichen Zusammenfassung der Expertise; sie sind nicht deren dreizehn offizielle Punkte.',
  en: 'These fourteen statements come, in our own words, from the public summary of the expertise; they are not its thirteen official points.',
});

const summary: RecommendationSource = Object.freeze({
  document:
    'Kommunale Integrationspolitik: Zusammenarbeit von Landkreisen und angehörigen Gemeinden sowie Städten stärken (Prognos, Robert Bosch Stiftung, 2019)',
  place: 'Öffentliche Zusammenfassung',
});

/**
 * The fourteen statements of the public summary, in our own words and order. The summary does not list the thirteen
 * official points, so none of these claims a number; the points are imported by those who have the document.
 */
export const summaryRecommendations: readonly Recommendation[] = Object.freeze([
  statement(
    'task-division',
    'cooperation',
    {
      de: 'Geteilte Aufgaben eng abstimmen',
      en: 'Closely agree on divided tasks',
    },
    {
      de: 'Die Aufgaben der Integrationsarbeit sind zwischen dem Landkreis und seinen Städten und Gemeinden geteilt. Das verlangt eine enge und abgestimmte Zusammenarbeit der Gebietskörperschaften mit den beteiligten Wohlfahrtsverbänden, Vereinen, Migrantenorganisationen und Ehrenamtlichen.',
      en: 'The tasks of integration work are divided between the district and its towns and municipalities. This requires close and agreed cooperation of the territorial authorities with the welfare organisations, associations, migrant organisations and volunteers involved.',
    },
  ),
  statement(
    'joint-decisions',
    'strategy',
    {
      de: 'Strategische Entscheidungen gemeinsam tragen',
      en: 'Carry strategic decisions jointly',
    },
    {
      de: 'Strategische Entscheidungen werden gemeinsam getragen: Das ist die Grundlage einer Zusammenarbeit, die gelingt.',
      en: 'Strategic decisions are carried jointly: this is the basis of cooperation that works.',
    },
  ),
  statement(
    'exchange',
    'networking',
    {
      de: 'Austausch der Akteure sichern',
      en: 'Secure the exchange between actors',
    },
    {
      de: 'Der Austausch zwischen den Akteuren ist unverzichtbar.',
      en: 'Exchange between the actors is indispensable.',
    },
  ),
  statement(
    'networks',
    'networking',
    {
      de: 'Akteure vernetzen',
      en: 'Network the actors',
    },
    {
      de: 'Ebenso unverzichtbar wie der Austausch ist die Vernetzung der Akteure.',
      en: 'Networking the actors is as indispensable as their exchange.',
    },
  ),
  statement(
    'migrant-participation',
    'networking',
    {
      de: 'Zugewanderte beteiligen',
      en: 'Involve migrants',
    },
    {
      de: 'Migrantinnen und Migranten werden selbst beteiligt.',
      en: 'Migrants themselves are involved.',
    },
  ),
  statement(
    'public-relations',
    'public-relations',
    {
      de: 'Kommunikation prägt die Wahrnehmung',
      en: 'Communication shapes perception',
    },
    {
      de: 'Wie die Kommunen über Zuwanderung und Integration sprechen, prägt das Bild, das sich die Bürgerinnen und Bürger davon machen.',
      en: 'How municipalities communicate on immigration and integration shapes how citizens perceive it.',
    },
  ),
  statement(
    'shared-narrative',
    'public-relations',
    {
      de: 'Eine gemeinsame Erzählung vereinbaren',
      en: 'Agree on a common narrative',
    },
    {
      de: 'Der Landkreis und seine Städte und Gemeinden einigen sich auf eine gemeinsame Erzählung.',
      en: 'The district and its towns and municipalities agree on one common narrative.',
    },
  ),
  statement(
    'competence-administration',
    'competence',
    {
      de: 'Interkulturelle Kompetenz der Verwaltungen',
      en: 'Intercultural competence of administrations',
    },
    {
      de: 'Verwaltungen brauchen interkulturelle Kompetenz, damit sie ihre Arbeit an den Bedarfen der Zugewanderten ausrichten können.',
      en: 'Administrations need intercultural competence, to align their work with the needs of migrants.',
    },
  ),
  statement(
    'competence-volunteers',
    'competence',
    {
      de: 'Interkulturelle Kompetenz im Ehrenamt',
      en: 'Intercultural competence in volunteering',
    },
    {
      de: 'Auch das Ehrenamt braucht interkulturelle Kompetenz.',
      en: 'Volunteering needs intercultural competence, too.',
    },
  ),
  statement(
    'regular-training',
    'competence',
    {
      de: 'Regelmäßig schulen',
      en: 'Train regularly',
    },
    {
      de: 'Schulungen werden regelmäßig angeboten.',
      en: 'Trainings are offered regularly.',
    },
  ),
  statement(
    'needs-orientation',
    'data',
    {
      de: 'Am Bedarf ausrichten',
      en: 'Base the work on needs',
    },
    {
      de: 'Die Arbeit des Landkreises wie der Städte und Gemeinden richtet sich nach dem Bedarf.',
      en: 'The work at district and at municipal level is based on needs.',
    },
  ),
  statement(
    'as-is-record',
    'data',
    {
      de: 'Den Ist-Stand erfassen',
      en: 'Record the present state',
    },
    {
      de: 'Bedarfsgerechte Arbeit setzt voraus, dass der Ist-Stand erfasst wird.',
      en: 'Work that is based on needs requires recording the present state.',
    },
  ),
  statement(
    'systematic-monitoring',
    'data',
    {
      de: 'Systematisch beobachten',
      en: 'Monitor systematically',
    },
    {
      de: 'Bedarfsgerechte Arbeit setzt außerdem ein systematisches Monitoring voraus.',
      en: 'Work that is based on needs also requires systematic monitoring.',
    },
  ),
  statement(
    'district-level-data',
    'data',
    {
      de: 'Daten auf Kreisebene zusammenführen',
      en: 'Bring data together at district level',
    },
    {
      de: 'Erfassung und Monitoring gelingen am besten auf der Ebene des Landkreises: Dort lassen sich die integrationsbezogenen Informationen der verschiedenen Institutionen verknüpfen und abstimmen.',
      en: 'Recording and monitoring are best done at district level: there the integration-related information of the different institutes can be linked and agreed.',
    },
  ),
]);

function statement(
  key: string,
  field: RecommendationField,
  title: LocalisedText,
  text: LocalisedText,
): Recommendation {
  return Object.freeze({
    key,
    officialNumber: null,
    field,
    title: Object.freeze(title),
    text: Object.freeze(text),
    source: summary,
    evidence: 'SUMMARY',
  });
}
