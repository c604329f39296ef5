import {
  type ConceptAction,
  type ConceptTarget,
  type ConceptVersion,
  InputProblems,
} from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { putConcepts } from '../concepts/put-concepts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { putDecisions } from '../decisions/put-decisions.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { carriedDecision } from './carried-decision.ts';

const words = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });

/** An action of the made-up concept that `birke-helps` carries out. */
export const smallAction: ConceptAction = {
  key: 'language-cafe',
  title: words('Language café'),
  actors: ['birke-helps'],
  from: '2026-01-01',
  until: '2026-06-30',
  status: 'RUNNING',
  doneOn: null,
  reason: null,
  recommendations: ['exchange'],
  tasks: ['advice'],
};

/** A target of the made-up concept. */
export const smallTarget: ConceptTarget = {
  key: 'more-residents',
  indicator: 'small/residents',
  breakdown: {},
  value: 250,
  direction: 'higherIsBetter',
  period: '2015',
};

/** The draft of a concept of Aue with two fields of action, of which the first has a goal with these actions. */
export function smallConcept(...actions: readonly ConceptAction[]): ConceptVersion {
  return {
    concept: 'together',
    district: '16097',
    number: 1,
    title: words('Together'),
    from: '2026-01-01',
    until: '2030-12-31',
    adoptedBy: null,
    adoptedRound: null,
    adoptedOn: null,
    fields: [
      {
        key: 'language',
        title: words('Language'),
        goals: [
          {
            key: 'everybody-learns',
            title: words('Everybody learns'),
            recommendations: ['exchange'],
            tasks: ['advice', 'volunteering-coordination'],
            targets: [smallTarget, { ...smallTarget, key: 'more-women', breakdown: { sex: 'female' } }],
            actions,
          },
        ],
      },
      { key: 'work', title: words('Work'), goals: [] },
    ],
  };
}

/**
 * Adds what the made-up concept names: actors `birke-helps` and `town-hall` of Aue and `others` of Fels, the recommendation `exchange`, the
 * task `advice` of Aue, and joint decisions: `together-first` (carried on 10 December 2025) and `together-second` and
 * `learning-plan` (both on 1 March 2026) of Aue, `together-theirs` of Fels, and `together-open` of Aue, which is not carried.
 */
export async function addNamedByConcept({ database }: Store): Promise<void> {
  const histories = [
    carriedDecision({ district: '16097', key: 'together-first', on: '2025-12-10', inhabitants: AUE }),
    carriedDecision({ district: '16097', key: 'together-second', on: '2026-03-01', inhabitants: AUE }),
    carriedDecision({ district: '16097', key: 'learning-plan', on: '2026-03-01', inhabitants: AUE }),
    carriedDecision({ district: '16099', key: 'together-theirs', on: '2026-03-01', inhabitants: FELS }),
  ];
  const open = carriedDecision({
    district: '16097',
    key: 'together-open',
    on: '2026-03-01',
    inhabitants: AUE,
  });
  const draft = { ...open, entries: open.entries.slice(0, 1) };
  await inTransaction<StoreSchema, void>(database, async ({ client, kysely }) => {
    for (const statement of STATEMENTS) await client.query(statement);
    const rows: Rows = async (text, parameters = []) => (await client.query(text, [...parameters])).rows;
    const { problems } = await putDecisions(rows, kysely, [...histories, draft]);
    if (problems.length > 0) throw new InputProblems('the decisions are not stored', problems);
  });
}

/** Puts versions of concepts as files do, adopted ones as they are. */
export async function putSmallConcepts(
  { database }: Store,
  concepts: readonly ConceptVersion[],
): Promise<void> {
  const given = concepts.map((concept) => ({ concept, expectedRevision: null }));
  await inTransaction<StoreSchema, unknown>(database, async ({ client, kysely }) =>
    putConcepts(async (text, parameters = []) => (await client.query(text, [...parameters])).rows, kysely, {
      given,
    }),
  );
}

const AUE = { '16097001': 100, '16097002': 60, '16097003': 40 };
const FELS = { '16099001': 50, '16099003': 20 };

const STATEMENTS = [
  `insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo, district_key)
   select key, 'association', key, '', '', '{}', '{}', false, false, district
   from unnest('{birke-helps,town-hall,others}'::text[], '{16097,16097,16099}'::text[]) as a (key, district)
   on conflict do nothing`,
  `insert into recommendation (key, official_number, field, title_de, title_en, text_de, text_en, source_document, source_place, evidence, position)
   values ('exchange', null, 'cooperation', 'Austausch', 'Exchange', 'Tauscht euch aus', 'Exchange', 'Document', 'p. 1', 'DOCUMENT', 1)`,
  `insert into district_task (district_key, key, title_de, title_en, description_de, description_en, obligation, level, revision)
   values ('16097', 'advice', 'Beratung', 'Advice', 'Beratung', 'Advice', 'VOLUNTARY', 'DISTRICT', 1)`,
];
