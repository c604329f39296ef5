import { employmentMeasures } from './employment-measures.ts';
import { unemploymentMeasures, unemploymentRates } from './unemployment-measures.ts';

/** All measures of the plug-in. */
export const measures = { ...employmentMeasures, ...unemploymentMeasures, ...unemploymentRates } as const;

/** The name of a measure of this plug-in. */
export type WorkMeasure = keyof typeof measures;
