import { isDay } from '../due/day.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import { noDay } from './no-day.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** By how many inhabitants a vote is counted. */
export const populationGuards = Object.freeze({
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
    const keys = municipalities.map(({ municipality }) => municipality);
    const given = new Set(keys);
    const parties = decision?.parties.filter(({ kind }) => kind === 'MUNICIPALITY') ?? [];
    const entitled = new Set(parties.map(({ key }) => key));
    for (const key of [...entitled].filter((each) => !given.has(each))) {
      findings.push({
        field,
        message: `${key} is entitled and not among them: write null where it is not known`,
      });
    }
    for (const key of [...given].filter((each) => decision !== null && !entitled.has(each))) {
      findings.push({ field, message: `${key} is no municipality of this decision: leave it out` });
    }
    for (const key of repeatedKeys(keys)) {
      findings.push({ field, message: `${key} is named more than once: name it once` });
    }
    for (const { municipality, inhabitants } of municipalities) {
      if (inhabitants === null || (Number.isInteger(inhabitants) && inhabitants >= 0)) continue;
      const message = `${inhabitants} is no number of inhabitants of ${municipality}: write a whole number, or null where it is not known`;
      findings.push({ field, message });
    }
    return findings;
  },
} satisfies Readonly<Record<string, DecisionGuard>>);
