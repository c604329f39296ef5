import type { Actor } from '@kreisweit/domain';
import { demoActor } from './demo-actor.ts';
import { demoActorsCoburg } from './demo-actors-coburg.ts';
import { demoActorsGoslar } from './demo-actors-goslar.ts';
import { demoActorsPrignitz } from './demo-actors-prignitz.ts';
import { demoPartnersCoburg } from './demo-partners-coburg.ts';
import { demoPartnersGoslar } from './demo-partners-goslar.ts';
import { demoPartnersPrignitz } from './demo-partners-prignitz.ts';

/**
 * The directory of the demo: about eighteen organisations a district, all of them invented and named "(Beispiel)". No
 * persons, no addresses but those reserved for examples. They work in territories of the later register of the demo.
 */
export const demoActors: readonly Actor[] = Object.freeze([
  ...[...demoActorsPrignitz, ...demoPartnersPrignitz].map((actor) => demoActor('12070', actor)),
  ...[...demoActorsGoslar, ...demoPartnersGoslar].map((actor) => demoActor('03153', actor)),
  ...[...demoActorsCoburg, ...demoPartnersCoburg].map((actor) => demoActor('09473', actor)),
]);

/** An actor of the directory that was entered twice, and the entry that it is merged into. */
export const demoMerge = Object.freeze({
  duplicate: 'womens-circle-new-home',
  survivor: 'harz-women-circle',
});
