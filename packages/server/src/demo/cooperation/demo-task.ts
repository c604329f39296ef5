import type { IntegrationTask, LocalisedText, TaskOverride } from '@kreisweit/domain';
import { exampleTitle, localised } from './localised.ts';

type Words = readonly [de: string, en: string];

/** A voluntary task that a district added itself. */
export function ownTask(
  district: string,
  key: string,
  level: IntegrationTask['level'],
  title: Words,
  description: Words,
): IntegrationTask {
  return {
    key,
    title: exampleTitle(...title),
    description: localised(...description),
    obligation: 'VOLUNTARY',
    level,
    stateLaw: null,
    district,
  };
}

/** A task of the catalogue that is other in a district; the reason says that it is an example. */
export function override(
  district: string,
  task: string,
  change: Partial<Pick<TaskOverride, 'obligation' | 'level'>>,
  reason: Words,
): TaskOverride {
  return { district, task, obligation: null, level: null, ...change, reason: example(reason) };
}

function example([de, en]: Words): LocalisedText {
  return localised(`Beispiel: ${de}`, `Example: ${en}`);
}
