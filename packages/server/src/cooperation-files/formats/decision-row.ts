import type { JointDecisionEntry, JointDecisionEvent } from '@kreisweit/domain';
import type { DecisionHistory, OfDistrict } from '@kreisweit/store';
import type { Assembled } from '../record-format.ts';

/** What the address and the number of an entry say already is left out of its event. */
type Told = 'expectedRevision' | 'key' | 'round' | 'district';

/** An event as a row tells it. */
export type RowEvent = JointDecisionEvent extends infer Event
  ? Event extends JointDecisionEvent
    ? Omit<Event, Told>
    : never
  : never;

/** An entry of a history as a row: the address of the decision, and what happened. */
export type DecisionRow = OfDistrict<{
  readonly key: string;
  readonly round: number;
  readonly revision: number;
  readonly on: string;
  readonly event: RowEvent;
}>;

/** A row for each entry. */
export function rowsOfHistory({ district, key, round, entries }: DecisionHistory): readonly DecisionRow[] {
  return entries.map(({ revision, on, event }) => ({
    district,
    key,
    round,
    revision,
    on,
    event: rowEvent(event),
  }));
}

/** The histories that rows tell: those of one address belong together, in their order. */
export function historiesOfRows(rows: readonly DecisionRow[]): Assembled<DecisionHistory> {
  const byAddress = Map.groupBy(
    rows.entries(),
    ([, { district, key, round }]) => `${district}/${key}/${round}`,
  );
  const records = byAddress.values().flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const [{ district, key, round }] = [first[1]];
    const record = { district, key, round, entries: entries.map(([, row]) => entryOf(row)) };
    const places = entries.map(([row], index) => ({ row, path: `entries.${index}` }));
    return [{ record, places: [{ row: first[0], path: '' }, ...places] }];
  });
  return { records: [...records], problems: [] };
}

function rowEvent(event: JointDecisionEvent): RowEvent {
  const { expectedRevision, ...others } = event;
  if (others.kind !== 'DRAFTED') return others;
  const { key, round, district, ...draft } = others;
  return draft;
}

function entryOf({ district, key, round, revision, on, event }: DecisionRow): JointDecisionEntry {
  const expectedRevision = revision - 1;
  const whole = event.kind === 'DRAFTED' ? { ...event, district, key, round } : event;
  return { revision, on, event: { ...whole, expectedRevision } };
}
