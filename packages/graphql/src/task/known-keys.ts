import type { NamedTerritory } from '@kreisweit/store';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import { didYouMean } from '../error/did-you-mean.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';

type Task = { readonly key: string };
type Place = Pick<NamedTerritory, 'key' | 'sameAs'>;

/** The key of a task that is asked for; null where none is. Throws an InvalidArgument for one that is not among the tasks: nothing found would read as good news. */
export function knownTask(tasks: readonly Task[], written: string | null | undefined): string | null {
  if (written == null) return null;
  knownTasks(tasks, [written], 'task');
  return written;
}

/** The keys of tasks that are asked for; null where all are. Throws an InvalidArgument that tells all that are not among the tasks. */
export function knownTasks(
  tasks: readonly Task[],
  written: readonly string[] | null | undefined,
  argument = 'tasks',
): readonly string[] | null {
  if (written == null) return null;
  const keys = tasks.map(({ key }) => key);
  const known = new Set(keys);
  refuse(
    argument,
    written
      .filter((key) => !known.has(key))
      .map((key) => `There is no task '${key}' here.${didYouMean(key, keys, EVERY_TASK)}`),
  );
  return written;
}

/** The short key of a territory that is asked for; null where none is. Throws an InvalidArgument for what is no key, or not among the territories. */
export function knownPlace(places: readonly Place[], written: string | null | undefined): string | null {
  if (written == null) return null;
  return knownPlaces(places, [written], 'territory')?.[0] ?? null;
}

/** The short keys of territories that are asked for; null where all are. Throws an InvalidArgument that tells all that are not among them. */
export function knownPlaces(
  places: readonly Place[],
  written: readonly string[] | null | undefined,
  argument = 'territories',
): readonly string[] | null {
  if (written == null) return null;
  const keys = written.map((text) => territoryKeyArgument(text, argument).key);
  const known = new Set(places.flatMap(({ key, sameAs }) => (sameAs === null ? [key] : [key, sameAs])));
  const names = places.map(({ key }) => key);
  refuse(
    argument,
    keys
      .filter((key) => !known.has(key))
      .map((key) => `There is no territory '${key}' here on that day.${didYouMean(key, names, EVERY_PLACE)}`),
  );
  return keys;
}

const EVERY_TASK = 'The field tasks { items { key } } of the district lists all of them.';
const EVERY_PLACE =
  'The field taskMatrix { territories { key name } } of the district lists all that have inhabitants.';

/** Who got more wrong than that has another problem than a slip, and need not read of each. */
const TOLD = 10;

function refuse(argument: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > TOLD ? ` And ${problems.length - TOLD} more.` : '';
  throw new InvalidArgument(argument, `${problems.slice(0, TOLD).join(' ')}${more}`);
}
