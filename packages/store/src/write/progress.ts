import type { Acting } from '@kreisweit/domain';

/** How far a long write has come: the phase it is in and the rows it has handled in it. */
export type Progress = {
  readonly phase: 'reading' | 'storing' | 'aggregating' | 'publishing';
  readonly rows: number;
};

/** What every long write accepts. */
export type WriteOptions = {
  /** Who does it: whoever has the database when left out. It is checked and stands in the audit trail. */
  readonly acting?: Acting | undefined;
  /** Ends the write; nothing is stored then. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};
