import { isPlainObject } from '../definition/frozen-copy.ts';
import { codedInputShape } from './coded-input-shape.ts';
import { statisticName } from './definition-shape.ts';
import { genesisInputShape } from './genesis-input-shape.ts';
import type { InputSurroundings } from './input-measures.ts';
import { ownFiguresShape } from './own-figures-shape.ts';
import { type Check, oneOf, optional, shown, value } from './shape.ts';

const READERS = ['genesis', 'genesis-flat', 'sdmx-csv', 'json-stat', 'own-figures'] as const;

const accuracy = value('{ roundedTo: 5 } or { perturbed: true }', (given) => {
  const isOne = isPlainObject(given) && Object.keys(given).length === 1;
  if (isOne && given.perturbed === true) return null;
  if (!isOne || !('roundedTo' in given)) return 'must be { roundedTo: 5 } or { perturbed: true }';
  const { roundedTo } = given;
  if (typeof roundedTo === 'number' && roundedTo > 0 && Number.isFinite(roundedTo)) return null;
  return `${shown(roundedTo)}: figures are rounded to multiples of a number above 0`;
});

/** An input of a plug-in; which fields it has depends on its reader. */
export function inputShape(surroundings: InputSurroundings): Check {
  const frame = {
    statistic: statisticName(surroundings.statistics),
    level: oneOf(['municipality', 'district']),
    reader: oneOf(READERS),
    accuracy: optional(accuracy),
    dash: optional(oneOf(['notAvailable'])),
  };
  const shapes: Readonly<Record<(typeof READERS)[number], Check>> = {
    genesis: genesisInputShape(frame, surroundings),
    'genesis-flat': codedInputShape(frame, surroundings),
    'sdmx-csv': codedInputShape(frame, surroundings),
    'json-stat': codedInputShape(frame, surroundings),
    'own-figures': ownFiguresShape(frame, surroundings),
  };
  return (given, path, report) => {
    const reader = isPlainObject(given) ? READERS.find((known) => known === given.reader) : undefined;
    shapes[reader ?? 'genesis'](given, path, report);
  };
}
