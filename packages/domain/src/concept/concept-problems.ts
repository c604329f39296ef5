import type { Indicator } from '../catalogue/indicator.ts';
import { nearestNames } from '../nearest-names.ts';
import { dimensions } from '../observation/dimensions.ts';
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
import { checkActionReport } from './action-report.ts';
import type { ConceptAction } from './concept-action.ts';
import type { ConceptTarget } from './concept-target.ts';
import type { ConceptGoal, ConceptLinks, ConceptVersion } from './concept-version.ts';

/**
 * What a version of the concept may name, by key: indicators with the dimensions that they are broken down by, and the joint decisions of its district
 * that were carried (`integration-concept/1`: key and round) with their day. `today` (ISO) is the day of the record.
 */
export type ConceptReferences = {
  readonly territories: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly recommendations: ReadonlySet<string>;
  readonly indicators: ReadonlyMap<string, Pick<Indicator, 'dimensions'>>;
  readonly decisions: ReadonlyMap<string, string>;
  readonly today: string;
};

/** Versions are told apart and ordered by four digits. */
const LARGEST_NUMBER = 9_999;

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
  const { number } = version;
  if (!Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER) {
    refuse('number', 'FORM', `${number} is no number of a version: count from 1`);
  }
  checkText(refuse, 'title', version.title);
  checkValidity(refuse, '', version);
  checkAdoption(refuse, version, references);
}

function checkAdoption(
  refuse: Refuse,
  version: ConceptVersion,
  { decisions }: Pick<ConceptReferences, 'decisions'>,
): void {
  const { adoptedBy, adoptedRound, adoptedOn } = version;
  checkDay(refuse, 'adoptedOn', adoptedOn);
  if (adoptedBy !== null && adoptedRound !== null && adoptedOn !== null) {
    const decision = `${adoptedBy}/${adoptedRound}`;
    const known = new Set(decisions.keys());
    checkKnown(refuse, 'adoptedBy', decision, known, 'carried joint decision of the district');
    const day = decisions.get(decision);
    if (day === undefined || day === adoptedOn) return;
    const message = `the joint decision ${decision} was carried on ${day}: that is the day of the adoption`;
    refuse('adoptedOn', 'CONFLICT', message);
    return;
  }
  const given = Object.entries({ adoptedBy, adoptedRound, adoptedOn });
  const missing = given.filter(([, value]) => value === null).map(([name]) => name);
  if (missing.length === given.length) return;
  const message =
    'it is adopted by a joint decision in a round on a day: give all of it, or nothing for a draft';
  for (const name of missing) refuse(name, 'REQUIRED', message);
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
  if (!references.indicators.has(target.indicator)) {
    const known = new Set(references.indicators.keys());
    checkKnown(refuse, `${path}.indicator`, target.indicator, known, 'indicator');
  }
  checkBreakdown(refuse, `${path}.breakdown`, target, references);
  if (!Number.isFinite(target.value)) {
    refuse(`${path}.value`, 'FORM', `${target.value} is no value to reach: write a number`);
  }
  if (!isPeriod(target.period)) {
    refuse(`${path}.period`, 'FORM', `'${target.period}' is no period: write 2030, 2030-Q1 or 2030-06`);
  }
}

function checkBreakdown(
  refuse: Refuse,
  field: string,
  { indicator, breakdown }: ConceptTarget,
  { indicators }: Pick<ConceptReferences, 'indicators'>,
): void {
  const by = indicators.get(indicator)?.dimensions;
  if (by === undefined) return;
  for (const [key, category] of Object.entries(breakdown)) {
    const dimension = dimensions.find((one) => one.key === key);
    if (dimension === undefined || !by.includes(key)) {
      const advice = by.length === 0 ? 'it has totals only' : `it is by ${by.join(', ')}`;
      refuse(field, 'UNKNOWN', `'${indicator}' is not broken down by '${key}': ${advice}`);
      continue;
    }
    const categories = dimension.categories.map((one) => one.key);
    if (categories.includes(category)) continue;
    const [near = categories[0]] = nearestNames(category, categories);
    refuse(field, 'UNKNOWN', `'${key}' has no category '${category}': did you mean '${near}'?`);
  }
}

function checkAction(
  refuse: Refuse,
  path: string,
  action: ConceptAction,
  references: ConceptReferences,
): void {
  checkKey(refuse, `${path}.key`, action.key);
  checkText(refuse, `${path}.title`, action.title);
  checkLinks(refuse, path, action, references);
  checkValidity(refuse, path, action);
  if (action.actors.length === 0) {
    refuse(`${path}.actors`, 'REQUIRED', 'nobody carries it out: name at least one actor');
  }
  for (const [index, actor] of action.actors.entries()) {
    checkKnown(refuse, `${path}.actors.${index}`, actor, references.actors, 'actor');
  }
  checkUnique(refuse, action.actors, (index) => `${path}.actors.${index}`);
  checkActionReport(refuse, path, action, references.today);
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
