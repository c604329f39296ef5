import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConceptVersion, JointDecisionEntry } from '@kreisweit/domain';
import { type CooperationKind, cooperationKinds, type DecisionHistory } from '@kreisweit/store';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { cooperationFormats } from './cooperation-formats.ts';
import { fileForms, readRecords } from './read-records.ts';
import type { RecordFormat } from './record-format.ts';
import { anyOf } from './testing/any-record.ts';
import { writeRecords } from './write-records.ts';

const DRAFT: JointDecisionEntry = {
  revision: 1,
  on: '2026-01-01',
  event: { kind: 'CLOSED', expectedRevision: 0 },
};

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-cooperation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A record of several rows as it can be stored: what is told of it twice says the same, and its parts are told apart by their keys. */
function asStored(drawn: unknown, index: number): unknown {
  if (isLike<ConceptVersion>(drawn, 'fields')) return conceptWithKeys({ ...drawn, number: index + 1 });
  if (!isLike<DecisionHistory>(drawn, 'entries')) return drawn;
  const { district, key } = drawn;
  const round = index + 1;
  const [first = null, ...others] = drawn.entries;
  const entries = [...(first === null ? [DRAFT] : [first]), ...others].map((entry, at) => {
    const event = { ...entry.event, expectedRevision: at };
    const address = event.kind === 'DRAFTED' ? { district, key, round } : {};
    return { ...entry, revision: at + 1, event: { ...event, ...address } };
  });
  return { district, key, round, entries };
}

function isLike<T>(drawn: unknown, field: keyof T): drawn is T {
  return typeof drawn === 'object' && drawn !== null && field in drawn;
}

function conceptWithKeys(version: ConceptVersion): ConceptVersion {
  let next = 0;
  const keyed = <Part extends object>(part: Part): Part => {
    next += 1;
    return { ...part, key: `part-${next}` };
  };
  const fields = version.fields.map((field) => ({
    ...keyed(field),
    goals: field.goals.map((goal) => ({
      ...keyed(goal),
      targets: goal.targets.map(keyed),
      actions: goal.actions.map(keyed),
    })),
  }));
  return { ...version, fields };
}

/** Any format: which record it has is of no matter here. */
function formatOf(kind: CooperationKind): RecordFormat<unknown, unknown> {
  return cooperationFormats[kind] as unknown as RecordFormat<unknown, unknown>;
}

describe.each(fileForms)('as %s', (form) => {
  test.each(cooperationKinds)('%s come back as they were written', async (kind) => {
    const format = formatOf(kind);
    const records = fc.array(anyOf(format.record), { maxLength: 3 }).map((drawn) => drawn.map(asStored));
    const path = join(folder, `${kind}.${form}`);
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        writeFileSync(path, await writeRecords(format, drawn, form));
        const read = await readRecords(format, path);
        expect(read.records).toStrictEqual(drawn);
      }),
      { numRuns: form === 'xlsx' ? 5 : 20 },
    );
  });
});
