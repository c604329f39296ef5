import { coburgCooperation } from './coburg-cooperation.ts';
import { demoDays } from './demo-days.ts';
import type { DistrictCooperation } from './district-cooperation.ts';
import { goslarCooperation } from './goslar-cooperation.ts';
import { prignitzCooperation } from './prignitz-cooperation.ts';

/**
 * The cooperation of the demo: who does what, the bodies and their meetings, joint decisions, the common concepts and what is due in three
 * districts, as it stands on a day (ISO). All of it is invented and says so. The same day gives the same data.
 */
export function demoCooperation(today: string): readonly DistrictCooperation[] {
  const days = demoDays(today);
  return [prignitzCooperation(days), goslarCooperation(days), coburgCooperation(days)];
}
