import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import { didYouMean } from '../registration/did-you-mean.ts';
import { inputMeasures } from './input-measures.ts';
import { folded } from './own-columns.ts';
import { remembered } from './remembered.ts';

/** A measure that a text names, or what is wrong with the text. */
export type NamedMeasure =
  | { readonly name: string; readonly measure: MeasureDefinition }
  | { readonly problem: string };

/**
 * Reads the names of an input's measures as people write them: the full key (`opening/staff`), the name in the plug-in, or
 * the title in German or English, whatever the case.
 */
export function measureNames(
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
): (text: string) => NamedMeasure {
  const measures = inputMeasures(plugin, input);
  const named = new Map<string, Set<string>>();
  for (const [name, { title }] of measures) {
    for (const text of [`${plugin.id}/${name}`, name, title.de, title.en]) {
      const names = named.get(folded(text)) ?? new Set();
      named.set(folded(text), names.add(name));
    }
  }
  return remembered((text) => {
    const names = named.get(folded(text)) ?? [];
    const [name, ...others] = names;
    const measure = name === undefined ? undefined : measures.get(name);
    if (name === undefined || measure === undefined) return { problem: unknown(text, plugin, measures) };
    if (others.length === 0) return { name, measure };
    const keys = [name, ...others].map((other) => `${plugin.id}/${other}`).join(' or ');
    return { problem: `'${text}' is the title of several measures: write ${keys}` };
  });
}

function unknown(
  text: string,
  plugin: IndicatorPlugin,
  measures: ReadonlyMap<string, MeasureDefinition>,
): string {
  if (text === '') return `the measure is missing: write one of ${keysOf(plugin, measures)}`;
  const [other, own] = text.includes('/') ? text.split('/') : [plugin.id, text];
  if (folded(other ?? '') !== plugin.id) {
    return `'${text}' belongs to another plug-in: a file holds the figures of one, here of ${plugin.id}`;
  }
  if (own !== undefined && Object.hasOwn(plugin.measures, own)) {
    return `'${text}' is not delivered with this input: it takes ${keysOf(plugin, measures)}`;
  }
  const titles = [...measures].flatMap(([name, { title }]) => [
    `${plugin.id}/${name}`,
    name,
    title.de,
    title.en,
  ]);
  return `'${text}' is no measure of ${plugin.id}${didYouMean(text, titles) || `: write one of ${keysOf(plugin, measures)}`}`;
}

function keysOf(plugin: IndicatorPlugin, measures: ReadonlyMap<string, MeasureDefinition>): string {
  return [...measures.keys()].map((name) => `${plugin.id}/${name}`).join(', ');
}
