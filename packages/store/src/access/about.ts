/**
 * What somebody wants to act on, as requests name it. `about-targets.ts` looks up what lies behind it: of a release its plug-in and
 * its territories, of a token those that it is held for. `cooperation` is what concerns only those who take part in the work of a
 * district (its key): its municipalities and associations, and the actors at work there, as well as the district itself.
 */
export type About =
  | { readonly kind: 'everything' }
  | { readonly kind: 'plugin'; readonly plugin: string }
  | { readonly kind: 'territory'; readonly key: string }
  | { readonly kind: 'actor'; readonly key: string }
  | { readonly kind: 'cooperation'; readonly district: string }
  | { readonly kind: 'proposed'; readonly proposed: number }
  | { readonly kind: 'release'; readonly release: number }
  | { readonly kind: 'token'; readonly id: string };
