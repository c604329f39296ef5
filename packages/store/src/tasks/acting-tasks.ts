import type { Acting } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { type EndedAssignment, endAssignment } from './end-assignment.ts';
import { type RemovedAssignment, removeAssignment } from './remove-assignment.ts';
import { type RemovedTask, removeTask } from './remove-task.ts';
import { type RemovedOverride, removeTaskOverride } from './remove-task-override.ts';
import { type AssignmentInput, saveAssignment } from './save-assignment.ts';
import { saveTask, type TaskInput } from './save-task.ts';
import { saveTaskOverride, type TaskOverrideInput } from './save-task-override.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import type { StoredOverride, StoredTask } from './stored-task.ts';

/** What somebody may do with the division of tasks. Throws NotAllowed, InputProblems and RevisionConflict, with nothing changed. */
export type ActingTasks = {
  readonly saveTask: (input: TaskInput) => Promise<StoredTask>;
  readonly removeTask: (input: RemovedTask) => Promise<StoredTask>;
  readonly saveTaskOverride: (input: TaskOverrideInput) => Promise<StoredOverride>;
  readonly removeTaskOverride: (input: RemovedOverride) => Promise<StoredOverride>;
  readonly saveAssignment: (input: AssignmentInput) => Promise<StoredAssignment>;
  readonly endAssignment: (input: EndedAssignment) => Promise<StoredAssignment>;
  readonly removeAssignment: (input: RemovedAssignment) => Promise<StoredAssignment>;
};

/** The division of tasks for somebody who acts. */
export function actingTasks(store: Store, acting: Acting): ActingTasks {
  return {
    saveTask: (input) => saveTask(store, acting, input),
    removeTask: (input) => removeTask(store, acting, input),
    saveTaskOverride: (input) => saveTaskOverride(store, acting, input),
    removeTaskOverride: (input) => removeTaskOverride(store, acting, input),
    saveAssignment: (input) => saveAssignment(store, acting, input),
    endAssignment: (input) => endAssignment(store, acting, input),
    removeAssignment: (input) => removeAssignment(store, acting, input),
  };
}
