import type { LineageKind as KindName, LineageRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadCurrent, loadPredecessors, loadSuccessors } from '../loader/load-lineage.ts';
import { Territory } from './territory.ts';

const kinds: Readonly<Record<KindName, { readonly description: string }>> = {
  DISSOLVED: {
    description: 'An official list of changes dissolved the source; this piece of it went there.',
  },
  PART_MOVED: { description: 'A part of the source went there, and the source lived on.' },
  KEY_CHANGED: { description: 'An official list of changes gave the source another key.' },
  SUCCESSION: {
    description:
      'The source is gone, and a crosswalk says that this piece of it lies there; how it came there is not told.',
  },
};

/** How a piece of a territory came to another one. */
export const LineageKind = builder.enumType('LineageKind', {
  description: 'How a piece of a territory came to another one.',
  values: kinds,
});

/** A piece of a territory that went to another one. */
export const Lineage = builder.objectRef<LineageRow>('Lineage').implement({
  description:
    'A piece of a territory (the source) that went to another one. From an official list of changes, or else from a ' +
    'crosswalk; one over many years leads past territories that came and went in between.',
  fields: (t) => ({
    territory: t.expose('territory', {
      type: Territory,
      description: 'The other territory: where the piece went, or what it came from; as it is at last.',
    }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'The share of the inhabitants of the source that went, 0 to 1; null where nobody says it.',
    }),
    areaShare: t.exposeFloat('areaShare', {
      nullable: true,
      description: 'The share of the area of the source that went, 0 to 1; null where nobody says it.',
    }),
    kind: t.expose('kind', { type: LineageKind, description: 'How it came there.' }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the change, as an official list says it; null where only a crosswalk tells.',
    }),
    knownBy: t.expose('knownBy', { type: 'Date', description: 'The first day on which a source shows it.' }),
    source: t.exposeString('source', { description: 'The file of the list of changes or the crosswalk.' }),
  }),
});

builder.interfaceFields(Territory, (t) => ({
  predecessors: t.loadableList({
    ...listOf(5),
    type: Lineage,
    description:
      'What it came from, by day and key: dissolved territories, and parts of such that lived on. A kreisfreie Stadt has ' +
      'those of its district and of its municipality. An association has those of official lists only.',
    load: loadPredecessors,
    resolve: ({ id }) => id,
  }),
  successors: t.loadableList({
    ...listOf(2),
    type: Lineage,
    description: 'Where it or parts of it went, by day and key; see `predecessors`.',
    load: loadSuccessors,
    resolve: ({ id }) => id,
  }),
  current: t.loadableList({
    ...listOf(1),
    type: Territory,
    description:
      'Itself where it lives at last; else those that its successors lead to, followed to the end. Empty where nothing ' +
      'tells what became of it.',
    load: loadCurrent,
    resolve: ({ id }) => id,
  }),
}));
