import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

/**
 * How PGlite is started.
 *
 * The locale is PostgreSQL's own C.UTF-8: names compare by code point and `lower('Ä')` works, the same on
 * every machine and as on the server that the tests use (sort for people with `collate "und-x-icu"`).
 *
 * PGlite cannot fsync (its file system ignores the call), so what is committed survives the end of this
 * process, also by kill -9, but not surely a power failure within the seconds that the system takes to
 * write. `relaxedDurability` concerns browsers only.
 *
 * PGlite never checkpoints by itself: `embedded-database.ts` does, and the limits here let old WAL files go.
 */
export const embeddedOptions: PGliteOptions = Object.freeze({
  initDbStartParams: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  startParams: [...PGlite.defaultStartParams, '-c', 'min_wal_size=32MB', '-c', 'max_wal_size=128MB'],
});
