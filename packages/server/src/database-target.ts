import type { DatabaseTarget } from '@kreisweit/store';
import type { DatabaseChoice } from './environment.ts';

/** The databases to open: one to read from, and one to write with, which no pooler may stand before. */
export type DatabaseTargets = { readonly read: DatabaseTarget; readonly write: DatabaseTarget };

/** What the store is told to open for the choice of the environment. The same object where both are one. */
export function databaseTargets(choice: DatabaseChoice): DatabaseTargets {
  if (choice.kind === 'server') {
    const read: DatabaseTarget = { kind: 'server', url: choice.url };
    const oneUrl = choice.directUrl === choice.url;
    return { read, write: oneUrl ? read : { kind: 'server', url: choice.directUrl } };
  }
  const one: DatabaseTarget =
    choice.kind === 'memory' ? { kind: 'memory' } : { kind: 'embedded', folder: choice.folder };
  return { read: one, write: one };
}
