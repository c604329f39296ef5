import { addDays, daysBetween, isDay } from '../due/day.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import type { DecisionPeriod, JointDecision } from './joint-decision.ts';
import { noDay } from './no-day.ts';

/** The most days of a consultation and of the time for positions, also when extended: two years. */
const LONGEST_PERIOD = 730;

/** So many days must be left when a new version asks everybody for a position again, so that a council can be asked. */
const DAYS_FOR_A_REVISION = 7;

/** The days of a consultation and of a vote. */
export const periodGuards = Object.freeze({
  PERIOD_IS_SOUND: ({ event }) => {
    if (!('period' in event)) return [];
    const { firstDay, lastDay } = event.period;
    const findings = Object.entries({ firstDay, lastDay })
      .filter(([, day]) => !isDay(day))
      .map(([field, day]) => ({ field: `period.${field}`, message: noDay(day) }));
    if (findings.length > 0) return findings;
    if (firstDay > lastDay) {
      const message = `the last day ${lastDay} is before the first, ${firstDay}: write a later last day`;
      return [{ field: 'period.lastDay', message }];
    }
    return tooLong(event.period).map((message) => ({ field: 'period.lastDay', message }));
  },

  PERIOD_IS_TO_COME: ({ event, context: { today } }) => {
    if (event.kind === 'CONSULTATION_STARTED' && isPast(event.period.lastDay, today)) {
      const message = `the last day ${event.period.lastDay} is over, so that nobody could be heard: write today, ${today}, or a later day`;
      return [{ field: 'period.lastDay', message }];
    }
    if (event.kind === 'OPENED' && isPast(event.period.firstDay, today)) {
      const message = `the first day ${event.period.firstDay} is over, and nobody was asked on it: write today, ${today}, or a later day`;
      return [{ field: 'period.firstDay', message }];
    }
    return [];
  },

  CONSULTATION_IS_OVER: ({ decision, event, context: { today } }) => {
    const lastDay = decision?.consultation?.lastDay;
    if (event.kind !== 'OPENED' || lastDay === undefined) return [];
    const findings: GuardFinding[] = [];
    if (today <= lastDay) {
      const message = `the consultation lasts until ${lastDay}: open the vote after that day`;
      findings.push({ field: 'kind', message });
    }
    if (event.period.firstDay <= lastDay) {
      const message = `the consultation lasts until ${lastDay}: the first day of the vote comes after it`;
      findings.push({ field: 'period.firstDay', message });
    }
    return findings;
  },

  CONSULTATION_LASTS: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'RULE_CHANGED' && event.kind !== 'PARTIES_CHANGED') return [];
    const lastDay = decision?.state === 'CONSULTATION' ? decision.consultation?.lastDay : undefined;
    if (lastDay === undefined || today <= lastDay) return [];
    const message = `the consultation lasted until ${lastDay}, and nobody could say anything to what is changed now: extend the period before`;
    return [{ field: 'kind', message }];
  },

  EXTENSION_IS_LATER: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'PERIOD_EXTENDED') return [];
    const { lastDay } = event;
    const field = 'lastDay';
    if (!isDay(lastDay)) return [{ field, message: noDay(lastDay) }];
    if (lastDay < today) {
      const message = `${lastDay} is over, so that it gives nobody more time: write today, ${today}, or a later day`;
      return [{ field, message }];
    }
    const period = runningPeriod(decision);
    if (period === null) return [];
    if (lastDay <= period.lastDay) {
      const message = `the last day is ${period.lastDay}: a period is only ever extended, to a later day`;
      return [{ field, message }];
    }
    return tooLong({ ...period, lastDay }).map((message) => ({ field, message }));
  },

  EXTENSION_IS_IN_TIME: ({ decision, event, context: { today } }) => {
    const lastDay = votingUntil(decision);
    if (event.kind !== 'PERIOD_EXTENDED' || lastDay === undefined || today <= lastDay) return [];
    const message = `the last day for positions was ${lastDay}, and the time is not extended once it is over: close it and state the result; a new round can decide anew`;
    return [{ field: 'kind', message }];
  },

  REVISION_LEAVES_TIME: ({ decision, event, context: { today } }) => {
    const lastDay = votingUntil(decision);
    if (event.kind !== 'PROPOSAL_REVISED' || lastDay === undefined) return [];
    const field = 'proposal';
    if (today > lastDay) {
      const message = `the last day for positions was ${lastDay}, and a new version asks for all of them again: close it; a new round can decide on a new text`;
      return [{ field, message }];
    }
    const needed = addDays(today, DAYS_FOR_A_REVISION);
    if (needed <= lastDay) return [];
    const message = `positions may be taken until ${lastDay}, and a new version asks for all of them again, for which ${DAYS_FOR_A_REVISION} days must be left: extend the period to ${needed} or later before`;
    return [{ field, message }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);

/** What is no day is told by PERIOD_IS_SOUND. */
function isPast(day: string, today: string): boolean {
  return isDay(day) && day < today;
}

function tooLong({ firstDay, lastDay }: DecisionPeriod): readonly string[] {
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days <= LONGEST_PERIOD) return [];
  const latest = addDays(firstDay, LONGEST_PERIOD - 1);
  return [
    `from ${firstDay} to ${lastDay} it is ${days} days, and a period has at most ${LONGEST_PERIOD}: write ${latest} or an earlier day`,
  ];
}

function runningPeriod(decision: JointDecision | null): DecisionPeriod | null {
  return (decision?.state === 'OPEN' ? decision.voting : decision?.consultation) ?? null;
}

function votingUntil(decision: JointDecision | null): string | undefined {
  return decision?.state === 'OPEN' ? decision.voting?.lastDay : undefined;
}
