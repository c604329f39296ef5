/**
 * Population of Germany on 31 December, as the municipalities of a register must add up to it.
 *
 * Source: Destatis, Fortschreibung des Bevölkerungsstandes (EVAS 12411). A year in which the basis changed has
 * two figures: 2011 (census of 1987 and 2011), 2022 and 2023 (census of 2011 and 2022). A year that is missing
 * is neither recognised nor checked; nothing else depends on it.
 */
const published: ReadonlyMap<number, readonly number[]> = new Map([
  [2008, [82_002_356]],
  [2009, [81_802_257]],
  [2010, [81_751_602]],
  [2011, [80_327_900, 81_843_743]],
  [2012, [80_523_746]],
  [2013, [80_767_463]],
  [2014, [81_197_537]],
  [2015, [82_175_684]],
  [2016, [82_521_653]],
  [2017, [82_792_351]],
  [2018, [83_019_213]],
  [2019, [83_166_711]],
  [2020, [83_155_031]],
  [2021, [83_237_124]],
  [2022, [84_358_845, 83_118_501]],
  [2023, [84_669_326, 83_456_045]],
  [2024, [83_577_140]],
]);

/** The published figures for 31 December of a year, none where the year is not on the list. */
export function populationOfGermany(year: number): readonly number[] {
  return published.get(year) ?? [];
}

/** The year on whose 31 December Germany had exactly so many inhabitants, null where there is none. */
export function yearOfPopulation(total: number): number | null {
  return published.entries().find(([, figures]) => figures.includes(total))?.[0] ?? null;
}
