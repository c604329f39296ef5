import type { Rows } from '../access/rows.ts';

/** The keys of the bodies and of the joint decisions of a district (its key). */
export type KnownToMeetings = {
  readonly bodies: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
};

/** What meetings in a district may name. One statement. */
export async function knownToMeetings(rows: Rows, district: string): Promise<KnownToMeetings> {
  const [known] = await rows<{ bodies: readonly string[]; decisions: readonly string[] }>(KNOWN, [district]);
  return { bodies: new Set(known?.bodies), decisions: new Set(known?.decisions) };
}

const KNOWN = `
select array(select b.key from cooperation_body b where b.district_key = $1) as bodies,
  array(select distinct d.key from joint_decision d where d.district_key = $1) as decisions`;
