import type { Category, Dimension } from './dimension.ts';
import { ageGroup6, ageGroup21, ageGroupBenefits } from './dimensions/age-groups.ts';
import { familyForm } from './dimensions/family-form.ts';
import { migrationBackground } from './dimensions/migration-background.ts';
import { nationality } from './dimensions/nationality.ts';
import { regionOfOrigin } from './dimensions/region-of-origin.ts';
import { schoolCertificate } from './dimensions/school-certificate.ts';
import { sex } from './dimensions/sex.ts';

/** The code lists that all plug-ins share. A key of a dimension or category means the same in all of them. */
export const dimensions: readonly Dimension[] = Object.freeze([
  sex,
  nationality,
  ageGroup21,
  ageGroup6,
  ageGroupBenefits,
  regionOfOrigin,
  migrationBackground,
  schoolCertificate,
  familyForm,
]);

const BY_KEY = new Map(dimensions.map((dimension) => [dimension.key, dimension]));

/** The dimension of a key, if there is one. */
export function dimensionOf(key: string): Dimension | undefined {
  return BY_KEY.get(key);
}

const TOTALS: ReadonlySet<string> = new Set(['', 'Insgesamt', 'insgesamt', '_T', 'TOTAL', 'T', 'total']);

/** Whether an official table means the total of a dimension: an empty code, `Insgesamt`, or `_T` in SDMX. */
export function isOfficialTotal(codeOrLabel: string): boolean {
  return TOTALS.has(codeOrLabel);
}

const OFFICIAL = new Map(
  dimensions.map(({ key, categories }) => [
    key,
    new Map(categories.flatMap((category) => category.official.map((name) => [name, category]))),
  ]),
);

/** The category that an official table means by a code or a label; null when the code list does not know it. */
export function officialCategory(dimension: string, codeOrLabel: string): Category | null {
  return OFFICIAL.get(dimension)?.get(codeOrLabel) ?? null;
}
