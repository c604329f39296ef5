import { dueAskedTitles } from './due-asked.ts';
import { type DueEntry, dueId, dueKindTitles } from './due-entry.ts';
import type { DueNames } from './due-names.ts';

/** An event of a calendar, in one language. `id` is the same whenever and however it is listed, `day` its day (ISO), `description` may have several lines. */
export type DueEvent = {
  readonly id: string;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
};

/**
 * The events of what is due: one an entry, whose summary begins with whose it is (the actor, else the territory). What many municipalities have to deliver by the
 * same deadline is one event that lists them, and stays the same event until the last has delivered. Of entries with the same identity the last stands.
 */
export function dueEvents(
  entries: readonly DueEntry[],
  names: DueNames,
  language: 'de' | 'en',
): readonly DueEvent[] {
  const last = new Map(entries.map((entry) => [dueId(entry), entry]));
  const events = Map.groupBy(last.values(), eventId);
  return [...events].flatMap(([id, [entry, ...more]]) =>
    entry === undefined ? [] : [eventOf(id, [entry, ...more], names, language)],
  );
}

function eventId(entry: DueEntry): string {
  return entry.kind === 'DELIVERY' ? `delivery:${entry.key}:${entry.district}` : dueId(entry);
}

function eventOf(
  id: string,
  group: readonly [DueEntry, ...DueEntry[]],
  { territories, actors }: DueNames,
  language: 'de' | 'en',
): DueEvent {
  const [{ kind, asked, title, day, territory, actor }] = group;
  const category = dueKindTitles[kind][language];
  const toDo = `${category}: ${dueAskedTitles[asked][language]}`;
  const places = group.map((entry) => territories.get(entry.territory) ?? entry.territory);
  const event = { id, day, category };
  if (group.length > 1) {
    const summary = `${group.length} ${MUNICIPALITIES[language]}: ${title[language]}`;
    return { ...event, summary, description: [toDo, ...places.toSorted(byName)].join('\n') };
  }
  const place = places[0] ?? territory;
  if (actor === null) return { ...event, summary: `${place}: ${title[language]}`, description: toDo };
  const summary = `${actors.get(actor) ?? actor}: ${title[language]}`;
  return { ...event, summary, description: `${toDo}\n${WHERE[language]}: ${place}` };
}

const MUNICIPALITIES = { de: 'Gemeinden', en: 'municipalities' } as const;
const WHERE = { de: 'Wo', en: 'Where' } as const;

const byName = new Intl.Collator('de').compare;
