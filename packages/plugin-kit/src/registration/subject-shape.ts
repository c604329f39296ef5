import { localised } from './definition-shape.ts';
import { all, type Check, listOf, object, text } from './shape.ts';

/** A subject that one statistic alone reports has nothing to tell apart. */
const FEWEST = 2;

const severalMeasures: Check = (given, path, report) => {
  if (!Array.isArray(given)) return;
  if (given.length < FEWEST) {
    report(path, 'names fewer than two measures: a subject tells apart what several statistics report');
  }
  for (const [index, name] of given.entries()) {
    if (given.indexOf(name) < index) report(`${path}[${index}]`, `'${String(name)}' is named twice`);
  }
};

/** A subject of a definition. Whether its measures exist is asked when all plug-ins are known. */
export const subjectShape = object({
  title: localised,
  measures: all(
    listOf(
      text("the name of a measure, or the key of one of another plug-in, such as 'population/foreigners'"),
    ),
    severalMeasures,
  ),
  differences: localised,
});
