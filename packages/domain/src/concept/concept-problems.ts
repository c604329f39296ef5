import { isDay } from '../due/day.ts';
import { isPeriod } from '../period/period.ts';
import {
  checkDay,
  checkKey,
  checkKnown,
  checkText,
  checkUnique,
  checkValidity,
} from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems, type Refuse } from '../task/cooperation-problem.ts';
import type { ConceptAction } from './concept-action.ts';
import type { ConceptTarget } from './concept-target.ts';
import type { ConceptGoal, ConceptLinks, ConceptVersion } from './concept-version.ts';

/** The keys that a concept may name. `decisions` are the joint decisions that were carried. */
export type ConceptReferences = {
  readonly territories: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly recommendations: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
};

/**
 * What is wrong with a version of the concept, all of it. Keys of fields, goals, targets and actions are unique within their kind in the whole
 * version, so that progress can name them.
 */
export function conceptProblems(
  version: ConceptVersion,
  references: ConceptReferences,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    checkHead(refuse, version, references);
    const goals = version.fields.flatMap(({ goals }, at) =>
      goals.map((goal, index) => ({ ...goal, path: `fields.${at}.goals.${index}` })),
    );
    const targets = goals.flatMap(({ targets, path }) =>
      targets.map((target, index) => ({ ...target, path: `${path}.targets.${index}` })),
    );
    const actions = goals.flatMap(({ actions, path }) =>
      actions.map((action, index) => ({ ...action, path: `${path}.actions.${index}` })),
    );
    for (const [index, { key, title }] of version.fields.entries()) {
      checkKey(refuse, `fields.${index}.key`, key);
      checkText(refuse, `fields.${index}.title`, title);
    }
    for (const goal of goals) checkGoal(refuse, goal.path, goal, references);
    for (const target of targets) checkTarget(refuse, target.path, target, references);
    for (const action of actions) checkAction(refuse, action.path, action, references);
    const fields = version.fields.map(({ key }, index) => ({ key, path: `fields.${index}` }));
    for (const kind of [fields, goals, targets, actions]) {
      const keys = kind.map(({ key }) => key);
      checkUnique(refuse, keys, (index) => `${kind[index]?.path}.key`);
    }
  });
}

function checkHead(refuse: Refuse, version: ConceptVersion, references: ConceptReferences): void {
  checkKey(refuse, 'concept', version.concept);
  checkKnown(refuse, 'district', version.district, references.territories, 'territory');
  if (!Number.isInteger(version.number) || version.number < 1) {
    refuse('number', 'FORM', `${version.number} is no number of a version: count from 1`);
  }
  checkText(refuse, 'title', version.title);
  checkValidity(refuse, '', version);
  checkDay(refuse, 'adoptedOn', version.adoptedOn);
  if (version.adoptedBy !== null) {
    checkKnown(refuse, 'adoptedBy', version.adoptedBy, references.decisions, 'joint decision');
  }
  if ((version.adoptedBy === null) === (version.adoptedOn === null)) return;
  const missing = version.adoptedBy === null ? 'adoptedBy' : 'adoptedOn';
  refuse(
    missing,
    'REQUIRED',
    'it is adopted by a joint decision on a day: give both, or neither for a draft',
  );
}

function checkGoal(refuse: Refuse, path: string, goal: ConceptGoal, references: ConceptReferences): void {
  checkKey(refuse, `${path}.key`, goal.key);
  checkText(refuse, `${path}.title`, goal.title);
  checkLinks(refuse, path, goal, references);
}

function checkTarget(
  refuse: Refuse,
  path: string,
  target: ConceptTarget,
  references: ConceptReferences,
): void {
  checkKey(refuse, `${path}.key`, target.key);
  checkKnown(refuse, `${path}.indicator`, target.indicator, references.indicators, 'indicator');
  if (!Number.isFinite(target.value)) {
    refuse(`${path}.value`, 'FORM', `${target.value} is no value to reach: write a number`);
  }
  if (!isPeriod(target.period)) {
    refuse(`${path}.period`, 'FORM', `'${target.period}' is no period: write 2030, 2030-Q1 or 2030-06`);
  }
}

function checkAction(
  refuse: Refuse,
  path: string,
  action: ConceptAction,
  references: ConceptReferences,
): void {
  const { status, doneOn, reason, from } = action;
  checkKey(refuse, `${path}.key`, action.key);
  checkText(refuse, `${path}.title`, action.title);
  checkLinks(refuse, path, action, references);
  checkValidity(refuse, path, action);
  checkDay(refuse, `${path}.doneOn`, doneOn);
  if (action.actors.length === 0) {
    refuse(`${path}.actors`, 'REQUIRED', 'nobody carries it out: name at least one actor');
  }
  for (const [index, actor] of action.actors.entries()) {
    checkKnown(refuse, `${path}.actors.${index}`, actor, references.actors, 'actor');
  }
  checkUnique(refuse, action.actors, (index) => `${path}.actors.${index}`);
  if (status !== 'DONE' && doneOn !== null) {
    refuse(
      `${path}.doneOn`,
      'CONFLICT',
      `its status is ${status}: leave the day out, or say that it is DONE`,
    );
  }
  if (doneOn !== null && from !== null && isDay(doneOn) && isDay(from) && doneOn < from) {
    refuse(
      `${path}.doneOn`,
      'ORDER',
      `it was done on ${doneOn}, before it began on ${from}: mend one of the days`,
    );
  }
  if (status === 'STOPPED' && (reason === null || reason.trim() === '')) {
    refuse(`${path}.reason`, 'REQUIRED', 'it was stopped: say why');
  }
  if (status !== 'STOPPED' && reason !== null) {
    refuse(
      `${path}.reason`,
      'CONFLICT',
      `its status is ${status}: leave the reason out, or say that it is STOPPED`,
    );
  }
}

function checkLinks(
  refuse: Refuse,
  path: string,
  { recommendations, tasks }: ConceptLinks,
  references: ConceptReferences,
): void {
  for (const [index, key] of recommendations.entries()) {
    checkKnown(refuse, `${path}.recommendations.${index}`, key, references.recommendations, 'recommendation');
  }
  checkUnique(refuse, recommendations, (index) => `${path}.recommendations.${index}`);
  for (const [index, key] of tasks.entries()) {
    checkKnown(refuse, `${path}.tasks.${index}`, key, references.tasks, 'task');
  }
  checkUnique(refuse, tasks, (index) => `${path}.tasks.${index}`);
}
