import type { BodyMember, CooperationBody } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/** A body without its members. */
export type BodyRow = CooperationBody & { readonly revision: number };

/** A body as it is stored: with its members it is one record. */
export type StoredBody = BodyRow & { readonly members: readonly BodyMember[] };

/** SQL: the columns of a BodyRow, from `b` (cooperation_body). */
export const bodyColumns: RawBuilder<BodyRow> = sql`b.district_key as district, b.key, b.kind,
      json_build_object('de', b.title_de, 'en', b.title_en) as title,
      case when b.purpose_de is not null then json_build_object('de', b.purpose_de, 'en', b.purpose_en) end as purpose,
      case
        when b.every_months is not null
          then json_build_object('every', json_build_object('months', b.every_months), 'since', b.recurs_since)
        when b.every_weeks is not null
          then json_build_object('every', json_build_object('weeks', b.every_weeks), 'since', b.recurs_since)
      end as recurrence,
      b.valid_from::text as "from", b.valid_until::text as until, b.revision`;
