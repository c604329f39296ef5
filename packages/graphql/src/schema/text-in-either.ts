import type { TextInEither as Text } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** A text that somebody wrote in one language or in both. */
export const TextInEither = builder.objectRef<Text>('TextInEither').implement({
  description: 'A text as it was written: in German, in English or in both.',
  fields: (t) => ({
    de: t.exposeString('de', { nullable: true, description: 'In German; null where nobody wrote it so.' }),
    en: t.exposeString('en', { nullable: true, description: 'In English; null where nobody wrote it so.' }),
  }),
});
