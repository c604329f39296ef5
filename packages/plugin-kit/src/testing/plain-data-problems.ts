import { isDeepStrictEqual } from 'node:util';
import { isPlainObject } from '../definition/frozen-copy.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { at } from '../registration/shape.ts';

const UNFROZEN = 'is not frozen: make the plug-in with defineIndicatorPlugin';

/** Where a definition is no frozen JSON, `load` aside: it is stored, compared and sent as JSON, and never changed. */
export function plainDataProblems(plugin: IndicatorPlugin): readonly PluginProblem[] {
  const { load: _, ...definition } = plugin;
  const problems = Object.isFrozen(plugin) ? [] : [{ plugin: plugin.id, path: '', message: UNFROZEN }];
  const found = Object.entries(definition).flatMap(([name, part]) => problemsOf(part, name, new Set()));
  const all = [...problems, ...found.map((problem) => ({ plugin: plugin.id, ...problem }))];
  if (all.length > 0 || isDeepStrictEqual(JSON.parse(JSON.stringify(definition)), definition)) return all;
  return [{ plugin: plugin.id, path: '', message: 'is another definition after it was stored as JSON' }];
}

type Found = { readonly path: string; readonly message: string };

function problemsOf(part: unknown, path: string, inside: ReadonlySet<unknown>): readonly Found[] {
  if (part === null || typeof part === 'string' || typeof part === 'boolean') return [];
  if (typeof part === 'number') {
    return Number.isFinite(part) && !Object.is(part, -0)
      ? []
      : [{ path, message: `is ${Object.is(part, -0) ? '-0' : part}, which JSON does not know` }];
  }
  const isList = Array.isArray(part);
  if (!isList && !isPlainObject(part))
    return [{ path, message: `is ${nameOf(part)}: only JSON can be stored` }];
  if (inside.has(part)) return [{ path, message: 'contains itself' }];
  const within = new Set([...inside, part]);
  return [
    ...(Object.isFrozen(part) ? [] : [{ path, message: UNFROZEN }]),
    ...Object.entries(part).flatMap(([name, item]) =>
      problemsOf(item, isList ? `${path}[${name}]` : at(path, name), within),
    ),
  ];
}

function nameOf(part: unknown): string {
  if (typeof part !== 'object') return typeof part === 'undefined' ? 'undefined' : `a ${typeof part}`;
  return `an instance of ${part?.constructor?.name ?? 'nothing'}`;
}
