import {
  assignmentProblems,
  bodyProblems,
  conceptProblems,
  type DecisionDraft,
  deadlineProblems,
  integrationTasks,
  meetingProblems,
  memberProblems,
  summaryRecommendations,
  taskOverrideProblems,
  taskProblems,
  trainingProblems,
} from '@kreisweit/domain';
import { builtInCatalogue } from '../../../plugins.ts';
import { demoActors } from '../../demo-actors.ts';
import { demoMunicipalities } from '../demo-municipalities.ts';
import type { DistrictCooperation } from '../district-cooperation.ts';
import { placesOfDistrict } from './places-of-district.ts';

const catalogue = builtInCatalogue();
const actors = new Set(demoActors.map(({ key }) => key));

/** What is wrong with the cooperation in a district, by everything that judges a part of it. */
export function problemsOfCooperation(cooperation: DistrictCooperation, today: string): readonly string[] {
  const { district, decisions } = cooperation;
  const places = new Set(placesOfDistrict(district).map(({ key }) => key));
  const territories = new Set([district, ...places]);
  const tasks = [...integrationTasks, ...cooperation.tasks];
  const taskKeys = new Set(tasks.map(({ key }) => key));
  const bodies = new Set(cooperation.bodies.map(({ key }) => key));
  const references = { bodies, actors, territories, decisions: new Set(decisions.map(({ key }) => key)) };
  const adopted = decisions.filter(({ state }) => state === 'ADOPTED');
  const conceptReferences = {
    ...{ territories, actors, tasks: taskKeys, today },
    recommendations: new Set(summaryRecommendations.map(({ key }) => key)),
    indicators: new Map(catalogue.indicators.map((indicator) => [indicator.key, indicator])),
    decisions: new Map(
      adopted.map(({ key, round, history }) => [`${key}/${round}`, history.at(-1)?.on ?? '']),
    ),
  };
  const districts = new Set([district]);
  return [
    ...taskProblems(tasks),
    ...taskOverrideProblems(cooperation.overrides, integrationTasks),
    ...assignmentProblems(cooperation.assignments, { tasks: taskKeys, territories, actors }),
    ...bodyProblems(cooperation.bodies, references),
    ...memberProblems(cooperation.members, references),
    ...meetingProblems(cooperation.meetings, references, today),
    ...cooperation.concepts.flatMap((version) => conceptProblems(version, conceptReferences)),
    ...trainingProblems(cooperation.trainings, { districts, territories: () => territories, actors }, today),
    ...deadlineProblems(cooperation.deadlines, {
      districts,
      plugins: new Set(catalogue.plugins.map(({ id }) => id)),
    }),
    ...decisions.flatMap(({ history }) => partyProblems(history[0]?.event as unknown as DecisionDraft)),
  ].map(({ field, message }) => `${field}: ${message}`);
}

/** Parties are all municipalities of the register, and actors that there are. */
function partyProblems({ key, district, parties }: DecisionDraft) {
  const unknown = parties.actors.filter((actor) => !actors.has(actor));
  const all = String(demoMunicipalities(district).toSorted()) === String(parties.municipalities.toSorted());
  return [
    ...unknown.map((actor) => ({ field: key, message: `there is no actor ${actor}` })),
    ...(all ? [] : [{ field: key, message: 'other municipalities than in the register' }]),
  ];
}
