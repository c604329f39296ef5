import type { OpenedInput } from '@kreisweit/plugin-kit';
import type { ReleaseInput } from '@kreisweit/store';

/** An opened file as a release. What a whole table does not hold any more is withdrawn; own figures withdraw nothing. */
export function releaseOf(opened: OpenedInput, file: string, checksum: string): ReleaseInput {
  return {
    input: `${opened.plugin}/${opened.input}`,
    kind: opened.kind,
    source: opened.table,
    title: opened.title,
    institute: opened.institute,
    licence: opened.licence,
    file,
    checksum,
    retrieved: opened.retrieved,
    notes: opened.notes,
    boundaryNotes: opened.boundaryNotes,
    demo: false,
    refusesShrinking: true,
    batches: opened.batches(),
  };
}
