import { currentVersion, type JointDecision } from '../decision/joint-decision.ts';
import type { Party } from '../decision/party.ts';
import { type PositionDue, positionsDue } from '../decision/positions-due.ts';
import type { LocalisedText } from '../localised-text.ts';
import type { DueRow } from './due-entry.ts';

const ASKED: Readonly<Record<PositionDue['asked'], LocalisedText>> = Object.freeze({
  TAKE: { de: 'Stellungnahme zu', en: 'Position on' },
  RENEW: { de: 'Stellungnahme erneuern zu', en: 'Renew the position on' },
  CONFIRM: { de: 'Stellungnahme bestätigen zu', en: 'Confirm the position on' },
});

/**
 * The positions that are asked of the parties of joint decisions: one row a party, due on the last day of the time for positions. An actor, who has no territory of
 * its own, is asked in that of the district. The key is that of the round: `<decision>/<round>`.
 */
export function duePositions(decisions: readonly JointDecision[]): readonly DueRow[] {
  return decisions.flatMap((decision) => {
    const { key, round, proposals, district } = decision;
    const title = proposals[currentVersion(decision) - 1]?.title ?? { de: key, en: key };
    return positionsDue(decision).map(({ party, asked, lastDay }) => ({
      district,
      asked,
      subject: { kind: 'decision', key: `${district}/${key}/${round}` },
      key: `${key}/${round}`,
      title: {
        de: `${ASKED[asked].de}: ${title.de}`,
        en: `${ASKED[asked].en}: ${title.en}`,
      },
      day: lastDay,
      ...placeOf(party, district),
    }));
  });
}

function placeOf({ kind, key }: Party, district: string): Pick<DueRow, 'territory' | 'actor'> {
  return kind === 'ACTOR' ? { territory: district, actor: key } : { territory: key, actor: null };
}
