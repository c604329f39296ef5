import { type OverTimeRule, ruleOverTime, valueOverTime } from '../measure/value-over-time.ts';
import { isFree } from '../observation/status.ts';
import { longerPeriods } from '../period/longer-periods.ts';
import type { Period } from '../period/period.ts';
import { shorterPeriods } from '../period/shorter-periods.ts';
import type { Carried, Carrier } from './carried.ts';

/**
 * Adds the years and quarters that months and quarters make up on the boundaries of a day: each part is carried over, then
 * they become the value of the longer period by the rule of the measure (see `valueOverTime`). What was reported for the
 * longer period itself goes before them.
 */
export function withLongerPeriods(measure: OverTimeRule, carrier: Carrier): Carrier {
  const rule = ruleOverTime(measure);
  if (rule === null) return carrier;
  const known = new Set(carrier.periods);
  const longer = new Set(
    carrier.periods.flatMap((period) => longerPeriods(period).map((part) => part.period)),
  );
  if (longer.size === 0) return carrier;

  const madeUp = (parts: readonly Period[]): Carried => {
    const carried = parts.map((part) => (known.has(part) ? carrier.at(part) : undefined));
    const needed = (rule === 'last' ? carried.slice(-1) : carried).filter((part) => part !== undefined);
    return {
      ...valueOverTime(rule, carried),
      isItself: needed.length > 0 && needed.every(({ isItself }) => isItself),
      apportioned: apportionedOf(needed),
      obstacle: needed.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null,
    };
  };
  const at = (period: Period): Carried => {
    if (!longer.has(period)) return carrier.at(period);
    const own = known.has(period) ? [carrier.at(period)] : [];
    if (own.some(stands)) return own[0] ?? carrier.at(period);
    const made = shorterPeriods(period)
      .filter((parts) => parts.some((part) => known.has(part)))
      .map(madeUp);
    const choices = [...own, ...made];
    const told = choices.find(({ status }) => status === 'NORMAL') ?? choices[0] ?? carrier.at(period);
    // What stands in the way at its end may be why parts are missing.
    const obstacle = told.status === 'NORMAL' ? null : (told.obstacle ?? carrier.at(period).obstacle);
    return { ...told, obstacle };
  };
  return { periods: [...new Set([...carrier.periods, ...longer])], at };
}

/** A number stands, and what is confidential; a sign does where it was reported, and did not come of carrying over. */
function stands({ status, isItself }: Carried): boolean {
  if (status === 'NORMAL' || !isFree(status)) return true;
  return isItself && (status === 'NOT_APPLICABLE' || status === 'UNRELIABLE');
}

/** The share of the whole that was divided by weights, where it is known of all parts. */
function apportionedOf(parts: readonly Carried[]): number | null {
  const whole = parts.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0);
  if (parts.length === 0 || parts.some(({ apportioned }) => apportioned === null)) return null;
  if (whole === 0) return Math.max(...parts.map(({ apportioned }) => apportioned ?? 0));
  return (
    parts.reduce((sum, { value, apportioned }) => sum + Math.abs(value ?? 0) * (apportioned ?? 0), 0) / whole
  );
}
