import { InputProblems, type Problem, parseTerritoryKey } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/**
 * Which entries of the audit trail, null leaving each open: about a `district` (its key); `from` and `until` a day (`2026-01-31`, UTC,
 * included) or a moment (`2026-01-31T12:00:00Z`, `until` excluded); `what` was done, also as the beginning of it (`token.`); the
 * `subject` that it was done to, as `token/kw_ab12cd34`, or all of a kind, as `token`.
 */
export type AuditFilter = {
  readonly district: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly what: string | null;
  readonly subject: string | null;
};

/** Which page of the entries: how many, after which `key`. */
export type AuditQuery = AuditFilter & {
  readonly first: number;
  readonly after: string | null | undefined;
};

/** The districts whose entries somebody may read; null: all, and what concerns no district. */
export type AuditScope = { readonly districts: readonly string[] | null };

/** All entries. */
export const everyEntry: AuditFilter = Object.freeze({
  district: null,
  from: null,
  until: null,
  what: null,
  subject: null,
});

/** The condition by which `audit_entry e` is one of them. Throws InputProblems with all that is wrong. */
export function auditCondition(filter: AuditFilter & AuditScope): RawBuilder<boolean> {
  const problems: Problem[] = [];
  const moment = (field: 'from' | 'until', days: number): string | null => {
    const text = filter[field];
    const read = text === null ? null : momentOf(text, days);
    if (text !== null && read === null) {
      problems.push({
        field,
        message: `"${text}" is no day: write one like 2026-01-31 or 2026-01-31T12:00:00Z`,
      });
    }
    return read;
  };
  const from = moment('from', 0);
  const until = moment('until', 1);
  const district = filter.district === null ? null : parseTerritoryKey(filter.district);
  if (filter.district !== null && district?.kind !== 'district') {
    const message = `"${filter.district}" is no key of a district: write five digits like 12070`;
    problems.push({ field: 'district', message });
  }
  if (problems.length > 0) throw new InputProblems('The audit trail cannot be read', problems);
  const { districts, what } = filter;
  const [kind = null, ...rest] = filter.subject?.split('/') ?? [];
  const key = rest.length === 0 ? null : rest.join('/');
  return sql<boolean>`(${districts}::text[] is null or e.districts && ${districts}::text[])
        and (${district?.key ?? null}::text is null or e.districts @> array[${district?.key ?? null}::text])
        and (${from}::timestamptz is null or e.at >= ${from}::timestamptz)
        and (${until}::timestamptz is null or e.at < ${until}::timestamptz)
        and (${what}::text is null or starts_with(e.what, ${what}::text))
        and (${kind}::text is null or e.subject_kind = ${kind}::text)
        and (${key}::text is null or e.subject_key = ${key}::text)`;
}

/** A moment as it is; of a day its first moment, that many days later. Null for what is neither. */
function momentOf(text: string, days: number): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!day && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) {
    return null;
  }
  const date = new Date(text);
  // "2026-02-30" would become the second of March.
  const exists = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.valueOf()) || Number.isNaN(exists.valueOf())) return null;
  // The database has no year 0, and the trail nothing from before there were computers.
  if (exists.getUTCFullYear() < 1970) return null;
  if (exists.toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  if (!day) return text;
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString();
}
