import { type Actor, type ActorMembership, actorKindTitles } from '@kreisweit/domain';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import {
  boolean,
  choice,
  day,
  key,
  list,
  localised,
  nullable,
  object,
  optional,
  territory,
  text,
} from '../shape.ts';

const membership = object<ActorMembership>({ organisation: key, from: nullable(day), until: nullable(day) });

const actor = object<Actor>({
  key,
  kind: choice(actorKindTitles),
  name: text,
  description: optional(localised, { de: '', en: '' }),
  district: nullable(territory),
  territories: optional(list(territory), []),
  topics: optional(list(key), []),
  languages: optional(list(key), []),
  migrantLed: optional(boolean, false),
  website: nullable(key),
  email: nullable(key),
  source: text,
  memberships: optional(list(membership), []),
  deactivatedOn: nullable(day),
  demo: optional(boolean, false),
});

/** The directory of actors. */
export const actorsFormat: RecordFormat<Actor, Actor> = {
  kind: 'actors',
  title: { de: 'Akteure', en: 'Actors' },
  about: {
    de: 'ein Akteur: eine Organisation, nie eine Person',
    en: 'an actor: an organisation, never a person',
  },
  record: actor,
  row: actor,
  columns: [
    column('key', 'key', 'Kennung, bleibt immer gleich', 'identity, stays the same for ever'),
    column('kind', 'kind', 'was für eine Organisation es ist', 'what kind of organisation it is'),
    column('name', 'name', 'Name', 'name'),
    ...localisedColumns('description', 'description', 'was er tut', 'what it does'),
    column(
      'district',
      'district',
      'Landkreis, dessen Koordination den Eintrag pflegt; leer = überregional',
      'district whose coordination keeps the entry; empty = it reaches beyond a district',
    ),
    column(
      'territories',
      'territories',
      'Landkreise und Gemeinden, in denen er tätig ist',
      'districts and municipalities in which it works',
    ),
    column('topics', 'topics', 'Themen', 'topics'),
    column(
      'languages',
      'languages',
      'Sprachen, nach ISO 639-1: de; ar; uk',
      'languages, by ISO 639-1: de; ar; uk',
    ),
    column(
      'migrant_led',
      'migrantLed',
      'ob Zugewanderte ihn leiten; leer = nein',
      'whether migrants lead it; empty = no',
    ),
    column('website', 'website', 'Internetseite, mit https://', 'website, with https://'),
    column(
      'email',
      'email',
      'Funktionsadresse einer Stelle, nie einer Person',
      'address of an office, never of a person',
    ),
    column('source', 'source', 'woher der Eintrag stammt', 'where the entry comes from'),
    column(
      'memberships',
      'memberships',
      'Dachorganisationen, seit wann und bis wann',
      'umbrella organisations, since when and until when',
    ),
    column('deactivated_on', 'deactivatedOn', 'seit wann es ihn nicht mehr gibt', 'since when it is no more'),
    column('demo', 'demo', 'ob er erfunden ist; leer = nein', 'whether it is invented; empty = no'),
  ],
  ...oneRow,
  sample: [
    {
      key: 'example-language-cafe',
      kind: 'volunteerInitiative',
      name: 'Sprachcafé Beispielstadt',
      description: { de: 'Offener Treff zum Deutschsprechen', en: 'Open meeting place to speak German' },
      district: '12070',
      territories: ['12070', '12070296'],
      topics: ['language', 'meeting'],
      languages: ['de', 'uk'],
      migrantLed: false,
      website: 'https://sprachcafe.example',
      email: 'info@sprachcafe.example',
      source: 'Landkreis, Umfrage 2026',
      memberships: [{ organisation: 'example-welfare', from: '2024-01-01', until: null }],
      deactivatedOn: null,
      demo: false,
    },
  ],
};
