import type { SectionReader } from '../configuration/section-reader.ts';

/** A number as it usually is, what it counts, and what it may be: below `least` nothing would work, above `most` it limits nothing. */
type Expected = {
  readonly usual: number;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
};

/** Reads a whole number in a range; one that is left out is as usual. */
export function wholeNumber({ usual, unit, least, most }: Expected): SectionReader<number> {
  return (value = usual, refuse) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    const advice = `write a whole number from ${least} to ${most}, such as ${usual}`;
    refuse([], `${JSON.stringify(value)} is no number of ${unit}: ${advice}`);
    return usual;
  };
}
