import { breakdownKey } from '../observation/breakdown.ts';
import type { ConceptVersion } from './concept-version.ts';

/**
 * The paths at which the content of two versions differs (`fields.0.goals.1.title.de`), each the highest that is different in itself: a list of another length,
 * and what is inside of lists of the same. How far actions are is no content.
 */
export function conceptChanges(before: ConceptVersion, after: ConceptVersion): readonly string[] {
  return differences(contentOf(before), contentOf(after), '');
}

/** The content in the order of its names; of actions without what is reported. */
function contentOf({ fields, ...head }: ConceptVersion): Content {
  const { concept, district, number, title, from, until, adoptedBy, adoptedRound, adoptedOn } = head;
  const content = {
    ...{ concept, district, number, title: textOf(title), from, until, adoptedBy, adoptedRound, adoptedOn },
    fields: fields.map((field) => ({
      key: field.key,
      title: textOf(field.title),
      goals: field.goals.map((goal) => ({
        ...{ key: goal.key, title: textOf(goal.title) },
        ...{ recommendations: goal.recommendations, tasks: goal.tasks },
        targets: goal.targets.map(({ breakdown, ...target }) => ({
          ...{ key: target.key, indicator: target.indicator, breakdown: breakdownKey(breakdown) },
          ...{ value: target.value, direction: target.direction, period: target.period },
        })),
        actions: goal.actions.map((action) => ({
          ...{ key: action.key, title: textOf(action.title), actors: action.actors },
          ...{ from: action.from, until: action.until },
          ...{ recommendations: action.recommendations, tasks: action.tasks },
        })),
      })),
    })),
  };
  return content;
}

const textOf = ({ de, en }: { readonly de: string; readonly en: string }) => ({ de, en });

type Content = string | number | null | readonly Content[] | { readonly [name: string]: Content };

function differences(before: Content, after: Content, path: string): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isNested(before) || !isNested(after)) return [path];
  const names = Object.keys(before);
  if (names.length !== Object.keys(after).length) return [path];
  const inside = (name: string) => (path === '' ? name : `${path}.${name}`);
  return names.flatMap((name) => differences(before[name] ?? null, after[name] ?? null, inside(name)));
}

function isNested(content: Content): content is { readonly [name: string]: Content } {
  return typeof content === 'object' && content !== null;
}
