import { carryingRule } from '@kreisweit/domain';
import type { DemoRecords } from '../demo/demo-records.ts';
import { carriedDecision } from './carried-decision.ts';
import { smallAction, smallConcept, smallTarget } from './small-concept.ts';

const district = '16097';
const words = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });
const always = { from: null, until: null };

/**
 * What records name: actors, a task, another one that is different here, where the actors work, a recommendation, and two decisions: of one that was carried,
 * which adopts the concept whose key it begins with, and of one that a meeting prepared, the keys.
 */
export type NamedBySamples = {
  readonly actors: readonly string[];
  readonly task: string;
  readonly overrides: string;
  readonly territory: string;
  readonly recommendation: string;
  readonly concept: string;
  readonly adoptedBy: string;
  readonly prepared: string;
};

/**
 * Records of every kind in the district Aue (16097), whose keys begin with a word: two decisions `<word>-first` and `<word>-second`, carried on 10 December
 * 2025, a third, `<word>-draft`, that asks the actors, and records `<word>-<kind>` of the other kinds, those that name
 * one actor numbered by it.
 */
export function cooperationSamples(word: string, named: NamedBySamples): DemoRecords {
  const { actors, task, overrides, territory, recommendation, concept, adoptedBy, prepared } = named;
  const inhabitants = { '16097001': 100, '16097002': 60, '16097003': 40 };
  const on = '2025-12-10';
  const first = carriedDecision({ district, key: `${word}-first`, on, inhabitants });
  const second = carriedDecision({ district, key: `${word}-second`, on, inhabitants });
  const body = `${word}-body`;
  const title = words(word);
  return {
    tasks: [
      {
        ...{ key: `${word}-task`, district, title, description: title, stateLaw: null },
        ...{ obligation: 'VOLUNTARY', level: 'DISTRICT' },
      },
    ],
    overrides: [{ district, task: overrides, obligation: 'MANDATORY', level: null, reason: title }],
    assignments: actors.map((actor, index) => ({
      ...{ district, key: `${word}-assignment-${index}`, task, territory, actor },
      ...{ role: 'CONTRIBUTES', ...always },
    })),
    decisions: [
      first,
      second,
      {
        ...{ district, key: `${word}-draft`, round: 1 },
        entries: [
          {
            ...{ revision: 1, on },
            event: {
              ...{ kind: 'DRAFTED', expectedRevision: 0, district, key: `${word}-draft`, round: 1 },
              parties: { on, municipalities: Object.keys(inhabitants), actors },
              rule: carryingRule('DOUBLE_MAJORITY'),
              proposal: { title, text: title, documents: [] },
            },
          },
        ],
      },
    ],
    bodies: [
      {
        ...{ key: body, district, kind: 'WORKING_GROUP', title, purpose: null, recurrence: null },
        ...always,
      },
    ],
    members: actors.map((actor) => ({
      ...{ district, body, actor, role: 'MEMBER', represents: ['16097001'], ...always },
    })),
    meetings: [
      {
        ...{ district, body, key: `${word}-meeting`, day: '2026-01-20', state: 'HELD', agenda: [word] },
        ...{ participants: actors, links: [], resolutions: [{ text: word, decision: prepared }] },
      },
    ],
    concept: [
      {
        ...smallConcept(),
        ...{ concept, title, adoptedBy, adoptedRound: 1, adoptedOn: on },
        fields: [
          {
            ...{ key: 'language', title },
            goals: [
              {
                ...{ key: 'goal', title, recommendations: [recommendation], tasks: [task] },
                targets: [smallTarget],
                actions: [{ ...smallAction, actors, recommendations: [recommendation], tasks: [task] }],
              },
            ],
          },
        ],
      },
    ],
    trainings: actors.map((organiser, index) => ({
      ...{ key: `${word}-training-${index}`, district, title, day: '2026-05-05', territory: district },
      ...{ organiser, audience: 'BOTH', state: 'PLANNED', link: null },
    })),
    deadlines: [
      {
        ...{ key: `${word}-deadline`, district, plugin: 'small', period: '2015', askedOf: 'DISTRICT', title },
        ...{ dueOn: '2026-06-30', endedOn: null },
      },
    ],
  };
}
