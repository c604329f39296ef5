import { isDay } from '../due/day.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import { noDay } from './no-day.ts';

/** The days of a consultation and of a vote, and what is known when it begins. */
export const periodGuards = Object.freeze({
  PERIOD_IS_SOUND: ({ event }) => {
    if (!('period' in event)) return [];
    const { firstDay, lastDay } = event.period;
    const findings = Object.entries({ firstDay, lastDay })
      .filter(([, day]) => !isDay(day))
      .map(([field, day]) => ({ field: `period.${field}`, message: noDay(day) }));
    if (findings.length > 0 || firstDay <= lastDay) return findings;
    const message = `the last day ${lastDay} is before the first, ${firstDay}`;
    return [{ field: 'period.lastDay', message }];
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

  POPULATION_IS_COMPLETE: ({ decision, event }) => {
    if (event.kind !== 'OPENED') return [];
    const { registerDate, municipalities } = event.population;
    const findings: GuardFinding[] = [];
    if (!isDay(registerDate)) {
      findings.push({ field: 'population.registerDate', message: noDay(registerDate) });
    } else if (registerDate > event.period.firstDay) {
      const message = `the register of ${registerDate} was not valid yet when the vote was opened on ${event.period.firstDay}: take the one before`;
      findings.push({ field: 'population.registerDate', message });
    }
    const field = 'population.municipalities';
    const given = municipalities.map(({ municipality }) => municipality);
    const parties = decision?.parties.filter(({ kind }) => kind === 'MUNICIPALITY') ?? [];
    const entitled = new Set(parties.map(({ key }) => key));
    for (const key of [...entitled].filter((each) => !given.includes(each))) {
      findings.push({
        field,
        message: `${key} is entitled and not among them: write null where it is not known`,
      });
    }
    for (const key of new Set(given.filter((each) => decision !== null && !entitled.has(each)))) {
      findings.push({ field, message: `${key} is no municipality of this decision: leave it out` });
    }
    for (const key of new Set(given.filter((each, at) => given.indexOf(each) !== at))) {
      findings.push({ field, message: `${key} is named more than once` });
    }
    for (const { municipality, inhabitants } of municipalities) {
      if (inhabitants === null || (Number.isInteger(inhabitants) && inhabitants >= 0)) continue;
      const message = `${inhabitants} is no number of inhabitants of ${municipality}: write a whole number, or null where it is not known`;
      findings.push({ field, message });
    }
    return findings;
  },

  EXTENSION_IS_LATER: ({ decision, event }) => {
    if (event.kind !== 'PERIOD_EXTENDED') return [];
    if (!isDay(event.lastDay)) return [{ field: 'lastDay', message: noDay(event.lastDay) }];
    const period = decision?.state === 'OPEN' ? decision.voting : decision?.consultation;
    if (period == null || event.lastDay > period.lastDay) return [];
    const message = `the last day is ${period.lastDay}: a period is only ever extended, to a later day`;
    return [{ field: 'lastDay', message }];
  },

  REVISION_LEAVES_TIME: ({ decision, event, context: { today } }) => {
    const lastDay = decision?.state === 'OPEN' ? decision.voting?.lastDay : undefined;
    if (event.kind !== 'PROPOSAL_REVISED' || lastDay === undefined || today <= lastDay) return [];
    const message = `the last day for positions was ${lastDay}, and a new version asks for all of them again: extend the period before`;
    return [{ field: 'proposal', message }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);
