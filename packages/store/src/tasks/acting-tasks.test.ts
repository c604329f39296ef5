import { type Acting, actingOperator, grantOf, InputProblems, type Role } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingStore } from '../access/acting-store.ts';
import type { Store } from '../open-store.ts';
import { servers, smallStore } from '../testing/index.ts';
import type { OwnOverride } from './put-task-overrides.ts';
import type { OwnTask } from './put-tasks.ts';
import { taskAssignments } from './task-assignments.ts';

const district = '16097';
const words = { de: 'Wort', en: 'word' };
const harvest: OwnTask = {
  key: 'harvest-workers',
  title: words,
  description: words,
  obligation: 'VOLUNTARY',
  level: 'DISTRICT',
  stateLaw: null,
};
const housing = {
  key: 'housing-birke',
  task: 'housing',
  territory: '16097002',
  actor: 'town-hall',
  role: 'RESPONSIBLE',
  from: '2026-01-01',
  until: null,
} as const;

function somebody(role: Role, territory: string): Acting {
  const id = `token:${role}-${territory}`;
  return {
    principal: { kind: 'person', id, name: id, grants: [grantOf(role, { territory })] },
    requestId: null,
  };
}

/** What a refusal says: its kind, and of problems the field and the rule. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof InputProblems)) return `${error.name}: ${error.message}`;
    return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`).join('\n');
  }
  return 'it was done';
}

describe.each(servers)('the division of tasks on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    const { pool } = store.database;
    await pool.query('truncate task_assignment, task_override, district_task, task_revision, audit_entry');
    await pool.query('delete from actor');
    await pool.query(`
      insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo, deactivated_on)
      select key, 'administration', key, '', '', '{}', '{}', false, false, gone::date
      from (values ('town-hall', null), ('office', null), ('gone', '2020-01-01'), ('old', null)) as a (key, gone)`);
    await pool.query(`update actor set merged_into = 'office' where key = 'old'`);
  });

  const operator = () => actingStore(store, actingOperator);
  const stored = async () =>
    (await taskAssignments(store.db, { requests: [{ district, on: null }] }))[0] ?? [];
  const trail = async () =>
    (
      await store.database.pool.query<{ line: string }>(
        `select concat_ws(' ', what, subject_kind, subject_key, role, districts::text,
           case when before is not null then 'before' end, case when after is not null then 'after' end) as line
         from audit_entry order by at`,
      )
    ).rows.map(({ line }) => line);

  test('tasks are added, mended and, while nobody has them, removed again', async () => {
    const { saveTask, removeTask } = operator();
    const { revision } = await saveTask({ district, task: harvest, expectedRevision: 0 });
    const same = await saveTask({ district, task: harvest, expectedRevision: revision });
    expect(same.revision).toBe(revision);
    const mended = { ...harvest, title: { de: 'Saisonkräfte', en: 'Seasonal workers' } };
    const { revision: next } = await saveTask({ district, task: mended, expectedRevision: revision });
    expect(await refusal(saveTask({ district, task: harvest, expectedRevision: revision }))).toContain(
      'RevisionConflict: The task 16097/harvest-workers is not as you saw it',
    );

    const assignment = { ...housing, task: 'harvest-workers' };
    const assigned = await operator().saveAssignment({ district, assignment, expectedRevision: 0 });
    const removed = { district, key: 'harvest-workers', expectedRevision: next };
    expect(await refusal(removeTask(removed))).toMatch(/^key CONFLICT: 1 assignment names it/);
    await operator().removeAssignment({
      district,
      key: assigned.key,
      expectedRevision: assigned.revision,
    });
    expect(await removeTask(removed)).toMatchObject(mended);
    expect(await refusal(removeTask({ ...removed, expectedRevision: 0 }))).toMatch(/^key UNKNOWN/);
    // What comes again under the same key is never taken for what it was.
    const again = await saveTask({ district, task: harvest, expectedRevision: 0 });
    expect(again.revision).toBeGreaterThan(next);
    expect(await trail()).toMatchInlineSnapshot(`
      [
        "task.saved task 16097/harvest-workers ADMINISTRATOR {16097} after",
        "task.saved task 16097/harvest-workers ADMINISTRATOR {16097} before after",
        "assignment.saved task assignment 16097/housing-birke ADMINISTRATOR {16097} after",
        "assignment.removed task assignment 16097/housing-birke ADMINISTRATOR {16097} before",
        "task.removed task 16097/harvest-workers ADMINISTRATOR {16097} before",
        "task.saved task 16097/harvest-workers ADMINISTRATOR {16097} after",
      ]
    `);
  });

  test('tasks of the catalogue are other than usual in a district, until that is taken back', async () => {
    const { saveTaskOverride, removeTaskOverride } = operator();
    const override: OwnOverride = { task: 'reception', obligation: null, level: 'MUNICIPAL', reason: words };
    const { revision } = await saveTaskOverride({ district, override, expectedRevision: 0 });
    expect(await refusal(saveTaskOverride({ district, override, expectedRevision: 0 }))).toContain(
      'Conflict',
    );
    const removed = { district, task: 'reception', expectedRevision: revision };
    expect(await removeTaskOverride(removed)).toMatchObject(override);
    expect(await refusal(removeTaskOverride(removed))).toContain('RevisionConflict');
    expect(await refusal(removeTaskOverride({ ...removed, expectedRevision: 0 }))).toMatch(/^task UNKNOWN/);
    expect(await trail()).toHaveLength(2);
  });

  test('everything that is wrong is listed with its field and rule, and nothing is changed', async () => {
    const { saveTask, saveTaskOverride, saveAssignment, endAssignment } = operator();
    const { revision } = await saveAssignment({ district, assignment: housing, expectedRevision: 0 });
    const entries = await trail();
    const refused = [
      refusal(saveTask({ district: '16123', task: harvest, expectedRevision: 0 })),
      refusal(
        saveTask({
          district,
          task: { ...harvest, key: 'housing', title: { de: '', en: 'x' }, stateLaw: { de: 'x', en: ' ' } },
          expectedRevision: 0,
        }),
      ),
      refusal(
        saveTaskOverride({
          district,
          override: { task: 'recption', obligation: null, level: null, reason: { de: '', en: 'x' } },
          expectedRevision: 0,
        }),
      ),
      refusal(
        saveAssignment({
          district,
          assignment: {
            ...housing,
            key: 'A',
            task: 'hosing',
            territory: '16099001',
            actor: 'old',
            from: '2026-02-30',
          },
          expectedRevision: 0,
        }),
      ),
      refusal(
        saveAssignment({
          district,
          assignment: { ...housing, key: 'wood', territory: '16097666', actor: 'gone', until: '2025-01-01' },
          expectedRevision: 0,
        }),
      ),
      // The same place, written long.
      refusal(
        saveAssignment({
          district,
          assignment: { ...housing, key: 'second', territory: '160975001002', from: '2026-05-01' },
          expectedRevision: 0,
        }),
      ),
      refusal(endAssignment({ district, key: housing.key, until: '2025-12-31', expectedRevision: revision })),
      refusal(endAssignment({ district, key: 'none', until: '2025-12-31', expectedRevision: 0 })),
    ];
    expect(await Promise.all(refused)).toMatchInlineSnapshot(`
      [
        "task.district UNKNOWN: there is no district 16123: write its five digits",
        "task.title.de REQUIRED: it is empty: write it in German and in English
      task.stateLaw.en REQUIRED: it is empty: write it in German and in English
      task.key CONFLICT: the catalogue has a task 'housing': override it, or choose another key",
        "override.task UNKNOWN: there is no task in the catalogue 'recption': did you mean 'reception'?
      override.reason.de REQUIRED: it is empty: write it in German and in English
      override REQUIRED: it changes nothing: give an obligation or a level, or leave it out",
        "assignment.key FORM: 'A' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)
      assignment.task UNKNOWN: there is no task 'hosing': did you mean 'housing'?
      assignment.territory UNKNOWN: there is no territory '16099001': did you mean '16097001'?
      assignment.actor UNKNOWN: 'old' is one with 'office' by now: write that
      assignment.from FORM: '2026-02-30' is no day: write it as 2026-02-28",
        "assignment.territory UNKNOWN: there is no territory '16097666': enter it first or mend the key
      assignment.actor UNKNOWN: 'gone' is not active since 2020-01-01: choose another actor
      assignment.until ORDER: it ends on 2025-01-01, before it begins on 2026-01-01: swap the days or mend one",
        "assignment.from DUPLICATE: the assignment 'housing-birke' says the same for some of its days: end one of them before the other begins",
        "until ORDER: it ends on 2025-12-31, before it begins on 2026-01-01: swap the days or mend one",
        "key UNKNOWN: the district 16097 has no task assignment 'none': mend the key, or leave it as it is",
      ]
    `);
    expect(await stored()).toEqual([{ ...housing, district, revision }]);
    expect(await trail()).toEqual(entries);
  });

  test('an assignment is ended and not lost, and goes on only after being looked at again', async () => {
    const { saveAssignment, endAssignment } = operator();
    const { revision } = await saveAssignment({ district, assignment: housing, expectedRevision: 0 });
    const until = '2026-06-30';
    const ended = await endAssignment({ district, key: housing.key, until, expectedRevision: revision });
    expect(ended).toMatchObject({ ...housing, until });
    const later = { district, key: housing.key, until: '2026-12-31', expectedRevision: ended.revision };
    expect(await refusal(endAssignment(later))).toMatch(/^until ORDER/);
    const successor = { ...housing, key: 'housing-after', from: '2026-07-01' };
    await saveAssignment({ district, assignment: successor, expectedRevision: 0 });
    expect(
      await refusal(saveAssignment({ district, assignment: housing, expectedRevision: ended.revision })),
    ).toMatch(/^assignment.from DUPLICATE: the assignment 'housing-after'/);
  });

  test('a kreisfreie Stadt is one place in both of its roles', async () => {
    const { saveAssignment } = operator();
    const town = { ...housing, territory: '16098000' };
    const saved = await saveAssignment({ district: '16098', assignment: town, expectedRevision: 0 });
    expect(saved.territory).toBe('16098');
    const same = { ...town, key: 'other', territory: '16098' };
    expect(
      await refusal(saveAssignment({ district: '16098', assignment: same, expectedRevision: 0 })),
    ).toMatch(/DUPLICATE/);
  });

  test('merged actors are one, and what is stored of one that is gone can still be mended', async () => {
    const { saveAssignment } = operator();
    const office = { ...housing, actor: 'office' };
    const { revision } = await saveAssignment({ district, assignment: office, expectedRevision: 0 });
    await store.database.pool.query(`update task_assignment set actor_key = 'old'`);
    expect(await stored()).toEqual([{ ...office, district, revision }]);
    const twice = { ...office, key: 'twice' };
    expect(await refusal(saveAssignment({ district, assignment: twice, expectedRevision: 0 }))).toMatch(
      /DUPLICATE/,
    );
    await store.database.pool.query(`update task_assignment set actor_key = 'gone'`);
    const mended = { ...housing, actor: 'gone', until: '2020-01-01', from: null };
    const saved = await saveAssignment({ district, assignment: mended, expectedRevision: revision });
    expect(saved).toMatchObject(mended);
  });

  test('whoever moves an assignment may do so at both places', async () => {
    const birke = actingStore(store, somebody('MUNICIPALITY_EDITOR', '16097002'));
    const buche = { ...housing, key: 'housing-buche', territory: '16097003', role: 'INFORMED' } as const;
    const { revision } = await operator().saveAssignment({
      district,
      assignment: buche,
      expectedRevision: 0,
    });
    const taken = { ...buche, territory: '16097002' };
    expect(
      await refusal(birke.saveAssignment({ district, assignment: taken, expectedRevision: revision })),
    ).toMatch(/^NotAllowed/);
    const own = await birke.saveAssignment({ district, assignment: housing, expectedRevision: 0 });
    const given = { ...housing, territory: '16097003' };
    expect(
      await refusal(birke.saveAssignment({ district, assignment: given, expectedRevision: own.revision })),
    ).toMatch(/^NotAllowed/);
    // Another district's list is none of theirs, though the place is.
    expect(
      await refusal(birke.saveAssignment({ district: '16099', assignment: housing, expectedRevision: 0 })),
    ).toMatch(/^assignment.territory UNKNOWN/);
    const amBach = actingStore(store, somebody('ASSOCIATION_EDITOR', '160975001'));
    const moved = await amBach.saveAssignment({
      district,
      assignment: given,
      expectedRevision: own.revision,
    });
    expect(moved).toMatchObject(given);
  });

  test('a coordinator is told what is wrong in the own district, also with keys that are not there', async () => {
    const aue = actingStore(store, somebody('DISTRICT_COORDINATOR', '16097'));
    const nowhere = { ...housing, territory: '16097999' };
    expect(await refusal(aue.saveAssignment({ district, assignment: nowhere, expectedRevision: 0 }))).toMatch(
      /^assignment.territory UNKNOWN/,
    );
    const gone = { district, key: 'none', expectedRevision: 3 };
    expect(await refusal(aue.removeAssignment(gone))).toMatch(/^RevisionConflict/);
    const fels = actingStore(store, somebody('DISTRICT_COORDINATOR', '16099'));
    expect(await refusal(fels.removeAssignment(gone))).toMatch(/^NotAllowed/);
    expect(
      await refusal(fels.saveAssignment({ district, assignment: housing, expectedRevision: 0 })),
    ).toMatch(/^NotAllowed/);
  });

  test('of two who say the same at once one is told so, and of two who change the same one', async () => {
    const { saveAssignment } = operator();
    const twins = ['one', 'two', 'three'].map((key) =>
      refusal(saveAssignment({ district, assignment: { ...housing, key }, expectedRevision: 0 })),
    );
    const found = await Promise.all(twins);
    expect(found.filter((each) => each === 'it was done')).toHaveLength(1);
    expect(found.filter((each) => each.includes('DUPLICATE'))).toHaveLength(2);

    const [first] = await stored();
    if (first === undefined) throw new Error('nothing was stored');
    const { revision, district: _, ...assignment } = first;
    const changes = (['INFORMED', 'CONSULTED', 'CONTRIBUTES'] as const).map((role) =>
      refusal(saveAssignment({ district, assignment: { ...assignment, role }, expectedRevision: revision })),
    );
    const changed = await Promise.all(changes);
    expect(changed.filter((each) => each === 'it was done')).toHaveLength(1);
    expect(changed.filter((each) => each.includes('RevisionConflict'))).toHaveLength(2);
  });
});
