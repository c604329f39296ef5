import {
  actionStatusTitles,
  type ConceptAction,
  type ConceptGoal,
  type ConceptTarget,
  type ConceptVersion,
  type FieldOfAction,
} from '@kreisweit/domain';
import { column, localisedColumns, type RecordFormat } from '../record-format.ts';
import {
  breakdown,
  choice,
  day,
  integer,
  key,
  list,
  localised,
  nullable,
  number,
  object,
  optional,
  territory,
  text,
  variants,
} from '../shape.ts';
import { type ConceptPart, conceptPartTitles, conceptsOfParts, partsOfConcept } from './concept-part.ts';

const address = { district: territory, concept: key, number: integer };
const head = {
  title: localised,
  adoptedBy: nullable(key),
  adoptedRound: nullable(integer),
  adoptedOn: nullable(day),
  from: nullable(day),
  until: nullable(day),
};
const fieldHead = { key, title: localised };
const goalHead = { ...fieldHead, recommendations: optional(list(key), []), tasks: optional(list(key), []) };
const target = {
  key,
  indicator: key,
  breakdown: optional(breakdown, {}),
  value: number,
  direction: choice({
    higherIsBetter: { de: 'mindestens', en: 'at least' },
    lowerIsBetter: { de: 'höchstens', en: 'at most' },
  }),
  period: key,
};
const action = {
  ...goalHead,
  actors: list(key),
  status: choice(actionStatusTitles),
  doneOn: nullable(day),
  reason: nullable(text),
  from: nullable(day),
  until: nullable(day),
};

const version = object<ConceptVersion>({
  ...address,
  ...head,
  fields: list(
    object<FieldOfAction>({
      ...fieldHead,
      goals: list(
        object<ConceptGoal>({
          ...goalHead,
          targets: optional(list(object<ConceptTarget>(target)), []),
          actions: optional(list(object<ConceptAction>(action)), []),
        }),
      ),
    }),
  ),
});

const within = { within: key };
const part = variants<ConceptPart>(conceptPartTitles, {
  VERSION: { ...address, ...head },
  FIELD: { ...address, ...fieldHead },
  GOAL: { ...address, ...within, ...goalHead },
  TARGET: { ...address, ...within, ...target },
  ACTION: { ...address, ...within, ...action },
});

/** The common concept: each version with its fields of action, goals, targets and actions. */
export const conceptFormat: RecordFormat<ConceptVersion, ConceptPart> = {
  kind: 'concept',
  title: { de: 'Konzept', en: 'Concept' },
  about: {
    de: 'ein Teil einer Fassung des gemeinsamen Konzepts: die Fassung selbst, ein Handlungsfeld, ein Ziel, ein Zielwert oder eine Maßnahme',
    en: 'a part of a version of the common concept: the version itself, a field of action, a goal, a target or an action',
  },
  record: version,
  row: part,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('concept', 'concept', 'Kennung des Konzepts', 'identity of the concept'),
    column('number', 'number', 'Nummer der Fassung, ab 1', 'number of the version, from 1'),
    column('part', 'kind', 'welcher Teil es ist', 'which part it is'),
    column(
      'within',
      'within',
      'Kennung des Handlungsfelds eines Ziels, des Ziels eines Zielwerts oder einer Maßnahme',
      'key of the field of a goal, of the goal of a target or an action',
    ),
    column('key', 'key', 'Kennung des Teils', 'identity of the part'),
    ...localisedColumns('title', 'title', 'Bezeichnung', 'title'),
    column('from', 'from', 'gilt oder läuft ab', 'holds or runs from'),
    column('until', 'until', 'gilt oder läuft bis', 'holds or runs until'),
    column(
      'adopted_by',
      'adoptedBy',
      'gemeinsame Entscheidung, die die Fassung beschloss; leer = Entwurf',
      'joint decision that adopted the version; empty = a draft',
    ),
    column('adopted_round', 'adoptedRound', 'deren Runde', 'its round'),
    column('adopted_on', 'adoptedOn', 'Tag des Beschlusses', 'day of the adoption'),
    column(
      'recommendations',
      'recommendations',
      'Empfehlungen, denen es dient',
      'recommendations that it serves',
    ),
    column('tasks', 'tasks', 'Aufgaben, denen es dient', 'tasks that it serves'),
    column('indicator', 'indicator', 'Kennzahl eines Zielwerts', 'indicator of a target'),
    column('breakdown', 'breakdown', 'Untergliederung der Kennzahl', 'breakdown of the indicator'),
    column('value', 'value', 'zu erreichender Wert', 'value to reach'),
    column(
      'direction',
      'direction',
      'auf welcher Seite des Werts das Ziel liegt',
      'on which side of the value the goal lies',
    ),
    column('period', 'period', 'bis wann: 2030, 2030-Q1 oder 2030-06', 'by when: 2030, 2030-Q1 or 2030-06'),
    column('actors', 'actors', 'Akteure, die eine Maßnahme umsetzen', 'actors that carry out an action'),
    column('status', 'status', 'Stand einer Maßnahme', 'how far an action is'),
    column('done_on', 'doneOn', 'wann sie umgesetzt war', 'when it was done'),
    column('reason', 'reason', 'warum sie eingestellt wurde', 'why it was stopped'),
  ],
  rowsOf: partsOfConcept,
  recordsOf: conceptsOfParts,
  sample: [
    {
      district: '12070',
      concept: 'together',
      number: 1,
      title: { de: 'Gemeinsam ankommen', en: 'Arriving together' },
      adoptedBy: null,
      adoptedRound: null,
      adoptedOn: null,
      from: '2026-01-01',
      until: '2030-12-31',
      fields: [
        {
          key: 'language',
          title: { de: 'Sprache', en: 'Language' },
          goals: [
            {
              key: 'everybody-learns',
              title: { de: 'Alle können Deutsch lernen', en: 'Everybody can learn German' },
              recommendations: [],
              tasks: ['language-courses'],
              targets: [
                {
                  key: 'more-courses',
                  indicator: 'language/places',
                  breakdown: {},
                  value: 120.5,
                  direction: 'higherIsBetter',
                  period: '2028',
                },
              ],
              actions: [
                {
                  key: 'language-cafe',
                  title: { de: 'Sprachcafé in jeder Gemeinde', en: 'A language café in every municipality' },
                  actors: ['example-language-cafe'],
                  status: 'RUNNING',
                  doneOn: null,
                  reason: null,
                  recommendations: [],
                  tasks: ['language-courses'],
                  from: '2026-01-01',
                  until: '2026-12-31',
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
