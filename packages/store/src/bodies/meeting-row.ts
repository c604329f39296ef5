import type { BodyMeeting, MeetingResolution } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/**
 * What a meeting resolved. `round` is the latest round of its joint decision, null where there is none; `publicRound` the latest that was ever public: a draft
 * is known only to those who take part.
 */
export type ResolutionRow = MeetingResolution & {
  readonly round: number | null;
  readonly publicRound: number | null;
};

/** A meeting as everybody may read it, but for its `revision`: without who took part. */
export type MeetingRow = Omit<BodyMeeting, 'participants' | 'reported' | 'resolutions'> & {
  readonly district: string;
  readonly resolutions: readonly ResolutionRow[];
  readonly revision: number;
};

/** Who took part in a meeting, as those read it who take part in the cooperation: see BodyMeeting. */
export type Participants = {
  readonly participants: readonly string[] | null;
  readonly reported: readonly string[];
};

/** A meeting as it is stored. */
export type StoredMeeting = MeetingRow & Participants;

/** SQL: the columns of a MeetingRow, from `m` (body_meeting). */
export const meetingColumns: RawBuilder<MeetingRow> = sql`m.district_key as district, m.body_key as body, m.key, m.day::text as day,
      m.state, m.agenda, m.links,
      (
        select coalesce(json_agg(json_build_object(
          'text', r.text, 'decision', r.decision_key, 'round', d.round, 'publicRound', d.public_round
        ) order by r.position), '[]')
        from meeting_resolution r
        cross join lateral (
          select max(j.round) as round, max(j.round) filter (where j.consultation_last_day is not null) as public_round
          from joint_decision j
          where j.district_key = r.district_key and j.key = r.decision_key
        ) d
        where r.district_key = m.district_key and r.body_key = m.body_key and r.meeting_key = m.key
      ) as resolutions,
      m.revision`;
