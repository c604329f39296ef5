import type { ActorMembership } from '@kreisweit/domain';

type Row = readonly [organisation: string, actor: string, from: string | null, until?: string];

const ROWS: readonly Row[] = [
  ['prignitz-integration-network', 'storchenland-welfare', '2019-03-01'],
  ['prignitz-integration-network', 'elbe-voices', '2019-03-01'],
  ['prignitz-integration-network', 'elbe-women-studio', '2023-05-01'],
  ['prignitz-integration-network', 'wittenberge-repair-cafe', '2020-01-01'],
  ['prignitz-integration-network', 'pritzwalk-sports-club', '2020-01-01', '2024-12-31'],
  ['prignitz-integration-network', 'prignitz-interfaith-table', null],
  ['harz-integration-network', 'tannenzweig-welfare', '2018-10-01'],
  ['harz-integration-network', 'harz-women-circle', '2018-10-01'],
  ['harz-integration-network', 'clausthal-student-bridge', '2021-04-01'],
  ['harz-integration-network', 'seesen-godparents', '2019-01-01'],
  ['harz-integration-network', 'oker-prayer-house', '2022-01-01'],
  ['harz-integration-network', 'langelsheim-clothes-room', '2019-01-01', '2025-06-30'],
  ['harz-integration-network', 'goslar-founders-circle', null],
  ['coburg-integration-network', 'froschgrund-welfare', '2017-07-01'],
  ['coburg-integration-network', 'itz-international', '2017-07-01'],
  ['coburg-integration-network', 'coburg-parents-circle', '2024-02-01'],
  ['coburg-integration-network', 'bad-rodach-language-cafe', '2018-01-01'],
  ['coburg-integration-network', 'lautertal-neighbours', '2021-09-01'],
  ['coburg-integration-network', 'sesslach-music-club', '2018-01-01', '2023-12-31'],
  ['coburg-integration-network', 'ebersdorf-interfaith-circle', null],
];

/** The umbrella organisations that an actor of the demo belongs to, or did. */
export function demoMemberships(actor: string): readonly ActorMembership[] {
  return ROWS.filter(([, member]) => member === actor).map(([organisation, , from, until = null]) => ({
    organisation,
    from,
    until,
  }));
}
