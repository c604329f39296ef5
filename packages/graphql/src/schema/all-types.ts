/** Imports every file that defines a type, so that the builder knows them all. */
import './actor.ts';
import './association.ts';
import './boundaries.ts';
import './country.ts';
import './data-version.ts';
import './date.ts';
import './date-time.ts';
import './district.ts';
import './indicator.ts';
import './municipality.ts';
import './neighbours.ts';
import './period.ts';
import './recommendations.ts';
import './region.ts';
import './state.ts';
import './territory.ts';
