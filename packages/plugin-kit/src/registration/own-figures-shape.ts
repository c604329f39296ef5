import { isPlainObject } from '../definition/frozen-copy.ts';
import { deliveredMeasure, type InputFrame, type InputSurroundings, oneStatistic } from './input-measures.ts';
import { all, at, type Check, listOf, object, optional } from './shape.ts';

/** An input for own figures: the measures say everything else. */
export function ownFiguresShape(frame: InputFrame, surroundings: InputSurroundings): Check {
  return all(
    object({
      ...frame,
      measures: optional(listOf(deliveredMeasure(surroundings), { notEmpty: true })),
    }),
    oneStatistic(surroundings, 'measures'),
    somethingToDeliver(surroundings),
  );
}

function somethingToDeliver({ measures }: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || given.measures !== undefined) return;
    const delivered = Object.values(measures).filter(
      (one) => isPlainObject(one) && one.countOf === undefined,
    );
    if (delivered.length === 0)
      report(at(path, 'measures'), 'is missing: the plug-in has no measure to deliver');
  };
}
