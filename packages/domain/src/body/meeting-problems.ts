import { checkDay, checkKey, checkKnown, checkUnique } from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems, type Refuse } from '../task/cooperation-problem.ts';
import type { BodyMeeting } from './body-meeting.ts';
import type { BodyReferences } from './body-problems.ts';

/** What is wrong with meetings of the bodies of a district, all of it. `today` is the day of the record: what lies after it was not held yet. */
export function meetingProblems(
  meetings: readonly BodyMeeting[],
  { bodies, actors, decisions }: Pick<BodyReferences, 'bodies' | 'actors' | 'decisions'>,
  today: string,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, meeting] of meetings.entries()) {
      const field = `meetings.${index}`;
      checkKey(refuse, `${field}.key`, meeting.key);
      checkKnown(refuse, `${field}.body`, meeting.body, bodies, 'body');
      checkDay(refuse, `${field}.day`, meeting.day);
      if (meeting.state === 'HELD' && meeting.day > today) {
        refuse(
          `${field}.state`,
          'CONFLICT',
          `it is on ${meeting.day} and cannot have been held by ${today}: plan it`,
        );
      }
      if (meeting.state !== 'HELD' && meeting.participants !== null) {
        refuse(
          `${field}.participants`,
          'CONFLICT',
          'it was not held: leave the participants out, or say that it was',
        );
      }
      checkContents(refuse, field, meeting, actors, decisions);
    }
    const addresses = meetings.map(({ body, key }) => `${body}/${key}`);
    checkUnique(refuse, addresses, (index) => `meetings.${index}.key`);
  });
}

function checkContents(
  refuse: Refuse,
  field: string,
  { agenda, participants, resolutions, links }: BodyMeeting,
  actors: ReadonlySet<string>,
  decisions: ReadonlySet<string>,
): void {
  for (const [index, item] of agenda.entries()) checkWritten(refuse, `${field}.agenda.${index}`, item);
  for (const [index, actor] of (participants ?? []).entries()) {
    checkKnown(refuse, `${field}.participants.${index}`, actor, actors, 'actor');
  }
  checkUnique(refuse, participants ?? [], (index) => `${field}.participants.${index}`);
  for (const [index, { text, decision }] of resolutions.entries()) {
    checkWritten(refuse, `${field}.resolutions.${index}.text`, text);
    if (decision === null) continue;
    checkKnown(refuse, `${field}.resolutions.${index}.decision`, decision, decisions, 'decision');
  }
  for (const [index, { title, url }] of links.entries()) {
    checkWritten(refuse, `${field}.links.${index}.title`, title);
    if (isWebAddress(url)) continue;
    refuse(`${field}.links.${index}.url`, 'FORM', `'${url}' is no address: write it whole, with https://`);
  }
}

function checkWritten(refuse: Refuse, field: string, text: string): void {
  if (text.trim() === '') refuse(field, 'REQUIRED', 'it is empty: write it or leave it out');
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\//i.test(url);
}
