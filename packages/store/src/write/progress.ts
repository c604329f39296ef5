/** How far a long write has come: the phase it is in and the rows it has handled in it. */
export type Progress = {
  readonly phase: 'reading' | 'storing' | 'aggregating' | 'publishing';
  readonly rows: number;
};

/** What every long write accepts. */
export type WriteOptions = {
  /** Ends the write; nothing is stored then. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};
