import type { Party } from '@kreisweit/domain';

/**
 * What somebody wants to act on, as requests name it. `about-targets.ts` looks up what lies behind it: of a release its plug-in and
 * its territories, of a token those that it is held for. `cooperation` is what concerns only those who take part in the work of a
 * district (its key): its municipalities and associations, and the actors whose entries it keeps or who sit in one of its bodies now, as well as the district itself. `position` is that
 * of a party in a joint decision of a district: the party's, and the district's too, whose coordination may write it down. `part` is a territory
 * (its key) where a district keeps records about it, `assignment` that of an assignment of tasks there (its key); both are the district's too, and the
 * district's alone where there is no such thing. `action` is that of a version of a concept of the district: the district's, and that of the actors
 * that carry it out once it is adopted.
 */
export type About =
  | { readonly kind: 'everything' }
  | { readonly kind: 'plugin'; readonly plugin: string }
  | { readonly kind: 'territory'; readonly key: string }
  | { readonly kind: 'actor'; readonly key: string }
  | { readonly kind: 'cooperation'; readonly district: string }
  | { readonly kind: 'position'; readonly party: Party; readonly district: string }
  | { readonly kind: 'part'; readonly district: string; readonly key: string }
  | { readonly kind: 'assignment'; readonly district: string; readonly key: string }
  | {
      readonly kind: 'action';
      readonly district: string;
      readonly concept: string;
      readonly number: number;
      readonly action: string;
    }
  | { readonly kind: 'proposed'; readonly proposed: number }
  | { readonly kind: 'release'; readonly release: number }
  | { readonly kind: 'token'; readonly id: string };
