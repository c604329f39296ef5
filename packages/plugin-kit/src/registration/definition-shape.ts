import { isUnit, recommendationFieldTitles, units } from '@kreisweit/domain';
import { didYouMean } from './did-you-mean.ts';
import { formulaCheck } from './formula-check.ts';
import {
  asName,
  type Check,
  integer,
  listOf,
  object,
  oneOf,
  optional,
  pattern,
  shown,
  text,
  value,
} from './shape.ts';

/** A plug-in's id: kebab-case. */
export const pluginId = pattern(
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  "an id in kebab-case, such as 'care-places'",
);

/** The name of a statistic, input, measure or indicator: camelCase. */
export const camelCase = pattern(/^[a-z][a-zA-Z0-9]*$/, "a name in camelCase, such as 'foreignShare'");

/** A text in both languages. */
export const localised = object({ de: text('the text in German'), en: text('the text in English') });

/** The unit of a measure or an indicator. */
export const unit = value(`one of ${Object.keys(units).join(', ')}`, (given) => {
  if (typeof given === 'string' && isUnit(given)) return null;
  const guess = didYouMean(asName(given), Object.keys(units));
  return `${shown(given)} is no unit${guess === '' ? `: write one of ${Object.keys(units).join(', ')}` : guess}`;
});

/** A statistic of a definition. */
export const statisticShape = object({
  title: localised,
  code: optional(pattern(/^\d{4}[\dA-Z]$/, "its EVAS code, such as '12411'")),
  institute: text('the institute that publishes it'),
  licence: text("its licence, such as 'dl-de/by-2-0'"),
  populationBase: text("who is counted, such as 'residents-update'"),
  url: optional(pattern(/^https?:\/\/\S+$/, 'an address that begins with https://')),
});

/** The name of the statistic that a measure or an input belongs to; not needed where there is only one. */
export function statisticName(statistics: readonly string[]): Check {
  return (given, path, report) => {
    if (statisticOf(given, statistics) !== null) return;
    const choice =
      statistics.length === 0 ? 'the plug-in defines none' : `write one of ${statistics.join(', ')}`;
    const guess = didYouMean(asName(given), statistics);
    const wrong =
      given === undefined
        ? `is missing: ${choice}`
        : `${shown(given)} is no statistic of the plug-in${guess}`;
    report(path, wrong);
  };
}

/** The statistic that is named, or the only one where none is; null when there is no such statistic. */
export function statisticOf(named: unknown, statistics: readonly string[]): string | null {
  if (named === undefined) return statistics.length === 1 ? (statistics[0] ?? null) : null;
  return statistics.find((statistic) => statistic === named) ?? null;
}

/** What a citizen is told of a measure or an indicator. */
export const forPeople = {
  title: localised,
  description: optional(localised),
  direction: optional(oneOf(['higherIsBetter', 'lowerIsBetter', 'neutral'])),
  caveats: optional(localised),
  informs: optional(listOf(oneOf(Object.keys(recommendationFieldTitles)))),
  deprecated: optional(
    object({
      reason: localised,
      replacedBy: optional(
        pattern(/^[^/\s]+\/[^/\s]+$/, "the key of an indicator, such as 'population/foreignShare'"),
      ),
    }),
  ),
};

/** How often the method changed. */
export const revision = optional(integer(1, Number.MAX_SAFE_INTEGER));

/** An indicator of a definition. */
export const indicatorShape = object({
  ...forPeople,
  unit,
  decimals: integer(0, 6),
  formula: formulaCheck,
  mixedBase: optional(localised),
  revision,
});
