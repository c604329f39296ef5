import { type Breakdown, dimensionOf, isPeriod, parseTableKey, type TerritoryKind } from '@kreisweit/domain';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import { inputMeasures } from './input-measures.ts';

/** A value that a template asks for; `key` is that of the territory, `measure` the full key (`opening/staff`). */
export type TemplateRow = {
  readonly key: string;
  readonly name: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: Breakdown;
};

/** A territory that fills in a template. */
export type TemplateTerritory = { readonly key: string; readonly name: string };

/**
 * The values that an input of own figures asks for: of each territory, by period, all measures that territories of its kind
 * report, the total first and then each category of each dimension on its own. Quarters and months are not asked for where a
 * measure refers to a year.
 *
 * Throws a RangeError for an input that takes no own figures, a malformed key and what is no period.
 */
export function templateRows(
  plugin: IndicatorPlugin,
  inputName: string,
  territories: readonly TemplateTerritory[],
  periods: readonly string[],
): readonly TemplateRow[] {
  const input = ownInput(plugin, inputName);
  const wrong = periods.find((period) => !isPeriod(period));
  if (wrong !== undefined) throw new RangeError(`'${wrong}' is no period: write 2015, 2015-Q1 or 2015-06`);
  const measures = [...inputMeasures(plugin, input)];
  return territories.flatMap(({ key, name }) => {
    const kind = parseTableKey(key, input.level)?.kind;
    if (kind === undefined) throw new RangeError(`'${key}' is no key of a territory: write its AGS or ARS`);
    const reported = measures.filter(([, measure]) => isReportedBy(kind, measure, input));
    return periods.flatMap((period) =>
      reported
        .filter(([, measure]) => isAskedFor(period, measure))
        .flatMap(([measure, definition]) =>
          breakdownsOf(definition).map((breakdown) => ({
            key,
            name,
            period,
            measure: `${plugin.id}/${measure}`,
            breakdown,
          })),
        ),
    );
  });
}

function ownInput(plugin: IndicatorPlugin, name: string): OwnFiguresInput {
  const inputs = Object.entries(plugin.inputs).filter(([, { reader }]) => reader === 'own-figures');
  const input = plugin.inputs[name];
  if (input?.reader === 'own-figures') return input;
  const names = inputs.length === 0 ? 'none' : inputs.map(([other]) => other).join(', ');
  throw new RangeError(`'${name}' is no input of ${plugin.id} for own figures: it has ${names}`);
}

/** In a table of districts the districts report everything. */
function isReportedBy(
  kind: TerritoryKind,
  { reportedAt = 'municipality' }: MeasureDefinition,
  { level }: OwnFiguresInput,
): boolean {
  return kind === (level === 'district' ? 'district' : reportedAt);
}

function isAskedFor(period: string, { reference }: MeasureDefinition): boolean {
  return period.length === 4 || !('mean' in reference || 'schoolYear' in reference);
}

function breakdownsOf({ dimensions = [] }: MeasureDefinition): readonly Breakdown[] {
  const categories = dimensions.flatMap((dimension) =>
    (dimensionOf(dimension)?.categories ?? []).map(({ key }) => ({ [dimension]: key })),
  );
  return [{}, ...categories];
}
