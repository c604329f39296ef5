import type { LocalisedText } from '../localised-text.ts';
import type { Period } from '../period/period.ts';
import type { DueRow } from './due-entry.ts';

/** Who is asked to deliver, with names for people. */
export const askedOfTitles = Object.freeze({
  MUNICIPALITIES: { de: 'Gemeinden', en: 'Municipalities' },
  DISTRICT: { de: 'Landkreis', en: 'District' },
} satisfies Record<string, LocalisedText>);

export type AskedOf = keyof typeof askedOfTitles;

/**
 * Until when figures of a plug-in for a period are to be delivered: `dueOn` is the last day in time (ISO). `askedOf` says who delivers: each inhabited
 * municipality of the district, or the district itself (its key). From the day `endedOn` on nobody is asked any more; null = it
 * holds until all have delivered.
 */
export type DeliveryDeadline = {
  readonly key: string;
  readonly district: string;
  readonly plugin: string;
  readonly period: Period;
  readonly askedOf: AskedOf;
  readonly title: LocalisedText;
  readonly dueOn: string;
  readonly endedOn: string | null;
};

/** A deadline with the territories (keys) that have delivered nothing of it so far. */
export type OpenDelivery = { readonly deadline: DeliveryDeadline; readonly open: readonly string[] };

/** The deliveries that are still open on a day: one row for each territory that has delivered nothing. */
export function dueDeliveries(deliveries: readonly OpenDelivery[], on: string): readonly DueRow[] {
  return deliveries.flatMap(({ deadline: { key, district, title, dueOn, endedOn }, open }) => {
    if (endedOn !== null && endedOn <= on) return [];
    const told = { de: `Zahlen liefern: ${title.de}`, en: `Deliver figures: ${title.en}` };
    return open.map((territory) => ({
      district,
      asked: 'DELIVER',
      subject: { kind: 'deliveryDeadline', key: `${district}/${key}` },
      key,
      title: told,
      day: dueOn,
      territory,
      actor: null,
    }));
  });
}
