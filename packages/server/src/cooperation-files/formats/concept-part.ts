import type {
  ConceptAction,
  ConceptGoal,
  ConceptTarget,
  ConceptVersion,
  FieldOfAction,
  LocalisedText,
} from '@kreisweit/domain';
import type { Assembled, RowPlace } from '../record-format.ts';

/** What a row of the concept is, with names for people. */
export const conceptPartTitles = Object.freeze({
  VERSION: { de: 'Fassung', en: 'Version' },
  FIELD: { de: 'Handlungsfeld', en: 'Field of action' },
  GOAL: { de: 'Ziel', en: 'Goal' },
  TARGET: { de: 'Zielwert', en: 'Target' },
  ACTION: { de: 'Maßnahme', en: 'Action' },
} satisfies Record<string, LocalisedText>);

/** Which version of which concept a row belongs to. */
export type ConceptAddress = Pick<ConceptVersion, 'district' | 'concept' | 'number'>;

type Part<Kind extends keyof typeof conceptPartTitles, Facts> = { readonly kind: Kind } & ConceptAddress &
  Facts;
type Within = { readonly within: string };

/** A part of a version of the concept; `within` is the key of the field of a goal, and of the goal of a target or an action. */
export type ConceptPart =
  | Part<'VERSION', Omit<ConceptVersion, 'fields'>>
  | Part<'FIELD', Omit<FieldOfAction, 'goals'>>
  | Part<'GOAL', Within & Omit<ConceptGoal, 'targets' | 'actions'>>
  | Part<'TARGET', Within & ConceptTarget>
  | Part<'ACTION', Within & ConceptAction>;

/** A version with its parts, one row each, every part before those within it. */
export function partsOfConcept({ fields, ...version }: ConceptVersion): readonly ConceptPart[] {
  const { district, concept, number } = version;
  const address = { district, concept, number };
  const parts = fields.flatMap(({ goals, ...field }): readonly ConceptPart[] => [
    { kind: 'FIELD', ...address, ...field },
    ...goals.flatMap(({ targets, actions, ...goal }): readonly ConceptPart[] => [
      { kind: 'GOAL', ...address, within: field.key, ...goal },
      ...targets.map((target) => ({ kind: 'TARGET', ...address, within: goal.key, ...target }) as const),
      ...actions.map((action) => ({ kind: 'ACTION', ...address, within: goal.key, ...action }) as const),
    ]),
  ]);
  return [{ kind: 'VERSION', ...version }, ...parts];
}

type Numbered<Kind> = { readonly row: number; readonly part: Extract<ConceptPart, { readonly kind: Kind }> };

/** The versions that rows make, in the order of their rows. */
export function conceptsOfParts(parts: readonly ConceptPart[]): Assembled<ConceptVersion> {
  const problems: { row: number; field: string; message: string }[] = [];
  const numbered = parts.map((part, row) => ({ part, row }));
  const byVersion = Map.groupBy(numbered, ({ part }) => `${part.district}/${part.concept}/${part.number}`);
  const records = byVersion.values().flatMap((rows) => {
    const of = <Kind extends ConceptPart['kind']>(kind: Kind) =>
      rows.filter(({ part }) => part.kind === kind) as unknown as readonly Numbered<Kind>[];
    const [version, second] = of('VERSION');
    if (version === undefined || second !== undefined) {
      const message =
        version === undefined
          ? 'there is no row VERSION of this version: add one, with its title'
          : 'there is another row VERSION of this version: take one out';
      problems.push({ row: (second ?? rows[0])?.row ?? 0, field: 'kind', message });
      return [];
    }
    problems.push(...withoutPlace(of('GOAL'), of('FIELD'), 'FIELD'));
    problems.push(...withoutPlace([...of('TARGET'), ...of('ACTION')], of('GOAL'), 'GOAL'));
    const inside = { fields: of('FIELD'), goals: of('GOAL'), targets: of('TARGET'), actions: of('ACTION') };
    return [assembled(version, inside)];
  });
  return { records: [...records], problems };
}

function withoutPlace(
  parts: readonly { readonly row: number; readonly part: Within }[],
  around: readonly { readonly part: { readonly key: string } }[],
  kind: 'FIELD' | 'GOAL',
): readonly { readonly row: number; readonly field: string; readonly message: string }[] {
  const keys = new Set(around.map(({ part }) => part.key));
  return parts
    .filter(({ part }) => !keys.has(part.within))
    .map(({ row, part }) => ({
      row,
      field: 'within',
      message: `there is no row ${kind} with the key '${part.within}'`,
    }));
}

type Inside = {
  readonly fields: readonly Numbered<'FIELD'>[];
  readonly goals: readonly Numbered<'GOAL'>[];
  readonly targets: readonly Numbered<'TARGET'>[];
  readonly actions: readonly Numbered<'ACTION'>[];
};

function assembled(
  version: Numbered<'VERSION'>,
  inside: Inside,
): Assembled<ConceptVersion>['records'][number] {
  const places: RowPlace[] = [{ row: version.row, path: '' }];
  const placed = (row: number, path: string): string => {
    places.push({ row, path });
    return path;
  };
  const within = <P extends { readonly part: Within }>(parts: readonly P[], key: string) =>
    parts.filter(({ part }) => part.within === key);
  const { kind, ...head } = version.part;
  const fields = inside.fields.map(({ part, row }, at): FieldOfAction => {
    const path = placed(row, `fields.${at}`);
    const goals = within(inside.goals, part.key).map(({ part: goal, row: line }, index): ConceptGoal => {
      const place = placed(line, `${path}.goals.${index}`);
      return {
        key: goal.key,
        title: goal.title,
        recommendations: goal.recommendations,
        tasks: goal.tasks,
        targets: within(inside.targets, goal.key).map((target, number) => {
          placed(target.row, `${place}.targets.${number}`);
          return withoutAddress(target.part);
        }),
        actions: within(inside.actions, goal.key).map((action, number) => {
          placed(action.row, `${place}.actions.${number}`);
          return withoutAddress(action.part);
        }),
      };
    });
    return { key: part.key, title: part.title, goals };
  });
  return { record: { ...head, fields }, places };
}

function withoutAddress<P extends ConceptAddress & Within & { readonly kind: string }>({
  kind,
  district,
  concept,
  number,
  within,
  ...own
}: P): Omit<P, 'kind' | 'within' | keyof ConceptAddress> {
  return own;
}
