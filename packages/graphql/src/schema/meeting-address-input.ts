import type { RequestedScope } from '../access/requested-scope.ts';
import { builder } from '../builder.ts';

/** Which meeting. */
export const MeetingAddressInput = builder.inputType('MeetingAddressInput', {
  description: 'Which meeting.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    body: t.string({ required: true, description: 'The key of the body.' }),
    key: t.string({ required: true, description: 'The key of the meeting.' }),
  }),
});

/** What is about the district of a meeting. */
export function aboutMeeting({
  meeting: { district },
}: {
  readonly meeting: { readonly district: string };
}): RequestedScope['abouts'] {
  return [{ kind: 'territory', key: district }];
}
