import type { ResolutionRow } from '@kreisweit/store';
import { mayReadInternals } from '../access/may-read-internals.ts';
import { builder } from '../builder.ts';
import { JointDecision } from './joint-decision.ts';

/** What a meeting in a district (its key) resolved. */
export const MeetingResolution = builder
  .objectRef<ResolutionRow & { readonly district: string }>('MeetingResolution')
  .implement({
    description: 'What a meeting resolved.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'In its own words.' }),
      decision: t.field({
        type: JointDecision,
        nullable: true,
        description:
          'The joint decision that it made or prepared, in its latest round; null where there is none, or none that whoever asks may see.',
        resolve: async ({ district, decision: key, round, publicRound }, _, context) => {
          if (key === null || round === null) return null;
          const isReadable = round === publicRound || (await mayReadInternals(context, district));
          const readable = isReadable ? round : publicRound;
          if (readable === null) return null;
          return context.loaders.jointDecision.load({ district, key, round: readable });
        },
      }),
    }),
  });
