import type { Actor } from '@kreisweit/domain';
import { demoActorsCoburg } from './demo-actors-coburg.ts';
import { demoActorsGoslar } from './demo-actors-goslar.ts';
import { demoActorsPrignitz } from './demo-actors-prignitz.ts';

/**
 * The directory of the demo: about ten organisations a district, all of them invented and named "(Beispiel)". No
 * persons, no addresses. They work in territories of the later register of the demo.
 */
export const demoActors: readonly Actor[] = Object.freeze([
  ...demoActorsPrignitz,
  ...demoActorsGoslar,
  ...demoActorsCoburg,
]);
