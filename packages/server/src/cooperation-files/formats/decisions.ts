import { carryingRule } from '@kreisweit/domain';
import type { DecisionHistory } from '@kreisweit/store';
import { column, localisedColumns, type RecordFormat } from '../record-format.ts';
import { type DecisionRow, historiesOfRows, rowsOfHistory } from './decision-row.ts';
import { decisionHistory, decisionRow } from './decision-shapes.ts';

/** Joint decisions with all that happened to them. */
export const decisionsFormat: RecordFormat<DecisionHistory, DecisionRow> = {
  kind: 'decisions',
  title: { de: 'Gemeinsame Entscheidungen', en: 'Joint decisions' },
  about: {
    de: 'ein Ereignis in der Geschichte einer gemeinsamen Entscheidung; die Zeilen einer Entscheidung stehen in ihrer Reihenfolge',
    en: 'an event in the history of a joint decision; the rows of a decision stand in their order',
  },
  record: decisionHistory,
  row: decisionRow,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column(
      'decision',
      'key',
      'Kennung der Entscheidung im Landkreis',
      'identity of the decision in the district',
    ),
    column('round', 'round', 'Runde, ab 1', 'round, from 1'),
    column('revision', 'revision', 'Nummer des Ereignisses, ab 1', 'number of the event, from 1'),
    column('on', 'on', 'Tag, an dem es geschah', 'day on which it happened'),
    column('event', 'event.kind', 'was geschah', 'what happened'),
    column('rule', 'event.rule.kind', 'Regel, nach der sie getragen ist', 'rule by which it is carried'),
    column(
      'district_consent',
      'event.rule.districtConsent',
      'ob der Landkreis zustimmen muss',
      'whether the district must consent',
    ),
    column('abstentions', 'event.rule.abstentions', 'was Enthaltungen sind', 'what abstentions are'),
    column(
      'threshold_numerator',
      'event.rule.threshold.numerator',
      'nötiger Anteil, Zähler; leer = mehr als die Hälfte',
      'share needed, numerator; empty = more than half',
    ),
    column(
      'threshold_denominator',
      'event.rule.threshold.denominator',
      'nötiger Anteil, Nenner',
      'share needed, denominator',
    ),
    column(
      'quorum_numerator',
      'event.rule.quorum.numerator',
      'Anteil, der Position beziehen muss, Zähler; leer = keiner',
      'share that must take a position, numerator; empty = none',
    ),
    column('quorum_denominator', 'event.rule.quorum.denominator', 'dessen Nenner', 'its denominator'),
    column(
      'parties_on',
      'event.parties.on',
      'Stichtag des Gemeindeverzeichnisses',
      'day of the register of municipalities',
    ),
    column(
      'municipalities',
      'event.parties.municipalities',
      'stimmberechtigte Gemeinden',
      'entitled municipalities',
    ),
    column('actors', 'event.parties.actors', 'beratende Akteure', 'advisory actors'),
    ...localisedColumns('title', 'event.proposal.title', 'Titel des Vorschlags', 'title of the proposal'),
    ...localisedColumns('text', 'event.proposal.text', 'Wortlaut des Vorschlags', 'wording of the proposal'),
    column('documents', 'event.proposal.documents', 'Unterlagen zum Vorschlag', 'documents of the proposal'),
    column(
      'first_day',
      'event.period.firstDay',
      'erster Tag der Beratung oder der Zeit für Positionen',
      'first day of the consultation or the time for positions',
    ),
    column('last_day', 'event.period.lastDay', 'ihr letzter Tag', 'its last day'),
    column(
      'register_date',
      'event.population.registerDate',
      'Stichtag der Einwohnerzahlen',
      'day of the numbers of inhabitants',
    ),
    column(
      'inhabitants',
      'event.population.municipalities',
      'Einwohner der Gemeinden',
      'inhabitants of the municipalities',
    ),
    column('extended_until', 'event.lastDay', 'neuer letzter Tag', 'new last day'),
    column('party_kind', 'event.position.party.kind', 'wessen Position', 'whose position'),
    column(
      'party',
      'event.position.party.key',
      'deren amtlicher Schlüssel, oder Kennung des Akteurs',
      'its official key, or the key of the actor',
    ),
    column('stance', 'event.position.stance', 'was sie sagt', 'what it says'),
    ...localisedColumns(
      'statement',
      'event.position.statement',
      'Erklärung oder Vorbehalt',
      'statement or reservation',
    ),
    column('proposal_version', 'event.position.proposalVersion', 'zu welcher Fassung', 'on which version'),
    column('taken_on', 'event.position.takenOn', 'wann sie bezogen wurde', 'when it was taken'),
    column('recording', 'event.position.recording', 'wer sie erfasst hat', 'who wrote it down'),
    column(
      'reference',
      'event.position.reference',
      'worauf sie beruht, etwa Ratsbeschluss',
      'what it rests on, such as a resolution of the council',
    ),
    column('confirmed_party_kind', 'event.party.kind', 'wer bestätigt', 'who confirms'),
    column(
      'confirmed_party',
      'event.party.key',
      'deren amtlicher Schlüssel, oder Kennung des Akteurs',
      'its official key, or the key of the actor',
    ),
    ...localisedColumns('reason', 'event.reason', 'warum zurückgezogen', 'why it was withdrawn'),
  ],
  rowsOf: rowsOfHistory,
  recordsOf: historiesOfRows,
  sample: [
    {
      district: '12070',
      key: 'common-concept',
      round: 1,
      entries: [
        {
          revision: 1,
          on: '2026-01-02',
          event: {
            kind: 'DRAFTED',
            expectedRevision: 0,
            key: 'common-concept',
            round: 1,
            district: '12070',
            parties: {
              on: '2026-01-01',
              municipalities: ['12070149', '12070296'],
              actors: ['example-language-cafe'],
            },
            rule: carryingRule('DOUBLE_MAJORITY', { quorum: { numerator: 3, denominator: 4 } }),
            proposal: {
              title: { de: 'Gemeinsames Integrationskonzept', en: 'Common concept of integration' },
              text: { de: 'Wir schreiben es fort.', en: 'We carry it on.' },
              documents: [{ title: { de: 'Entwurf', en: 'Draft' }, url: 'https://kreis.example/entwurf' }],
            },
          },
        },
        {
          revision: 2,
          on: '2026-02-01',
          event: {
            kind: 'OPENED',
            expectedRevision: 1,
            period: { firstDay: '2026-02-01', lastDay: '2026-03-31' },
            population: {
              registerDate: '2025-12-31',
              municipalities: [
                { municipality: '12070149', inhabitants: 11_000 },
                { municipality: '12070296', inhabitants: null },
              ],
            },
          },
        },
        {
          revision: 3,
          on: '2026-03-06',
          event: {
            kind: 'POSITION_TAKEN',
            expectedRevision: 2,
            position: {
              party: { kind: 'MUNICIPALITY', key: '12070296' },
              stance: 'SUPPORT_WITH_RESERVATIONS',
              statement: { de: 'Nur mit Förderung des Landes', en: null },
              proposalVersion: 1,
              takenOn: '2026-03-05',
              recording: 'ON_BEHALF',
              reference: 'Beschluss 12/2026 vom 05.03.2026',
            },
          },
        },
      ],
    },
  ],
};
