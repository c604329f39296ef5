/** What people call territories and actors, by key. A key that is not there is shown itself. */
export type DueNames = {
  readonly territories: ReadonlyMap<string, string>;
  readonly actors: ReadonlyMap<string, string>;
};
