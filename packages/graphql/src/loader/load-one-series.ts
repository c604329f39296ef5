import type { CategoryChoice } from '../series/select-series.ts';
import type { Series } from '../series/series.ts';
import type { SeriesKey, SeriesLoader } from './series-loader.ts';

/** Loads one series of one indicator; together with all others that the query asks for. */
export async function loadOneSeries(
  loader: SeriesLoader,
  asked: Omit<SeriesKey, 'question'> & {
    readonly indicator: string;
    readonly breakdown: readonly CategoryChoice[];
  },
): Promise<Series> {
  const { indicator, breakdown, ...key } = asked;
  const [series] = await loader.load({
    ...key,
    question: { indicators: [indicator], breakdown, dimension: null },
  });
  if (series === undefined) throw new Error(`the loader of series answered none for ${indicator}`);
  return series;
}
