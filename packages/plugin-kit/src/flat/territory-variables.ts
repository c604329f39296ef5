/** The levels at which a variable of an official table lists territories, from the country down. */
export type TerritoryVariableLevel =
  | 'country'
  | 'state'
  | 'region'
  | 'district'
  | 'association'
  | 'municipality';

const VARIABLES: Readonly<Record<TerritoryVariableLevel, readonly string[]>> = {
  country: ['DG', 'DINSG', 'FDINSG', 'GEODL1', 'GEODL3'],
  state: ['DLAND', 'FDLAND', 'GEOBL1', 'GEOBL3'],
  region: ['REGBEZ', 'FREGBEZ', 'GEORB1', 'GEORB3'],
  district: ['KREISE', 'FKREISE', 'GEOLK1', 'GEOLK3', 'GEOLK4'],
  association: ['GEOVB1', 'GEOVB2', 'GEOVB3', 'GEOVB4', 'GEOVB5'],
  municipality: ['GEMEIN', 'FGEMEIN', 'GEOGM1', 'GEOGM2', 'GEOGM3', 'GEOGM4', 'GEOGM5'],
};

const LEVELS = Object.keys(VARIABLES) as readonly TerritoryVariableLevel[];

/**
 * The variables that hold keys of territories in the flat files of GENESIS-Online, of the Regionaldatenbank and of the
 * Zensusdatenbank, and the level that each lists.
 */
export const territoryVariables: ReadonlyMap<string, TerritoryVariableLevel> = new Map(
  LEVELS.flatMap((level) => VARIABLES[level].map((code): [string, TerritoryVariableLevel] => [code, level])),
);

/** Whether one level lies below another. */
export function isDeeper(level: TerritoryVariableLevel, than: TerritoryVariableLevel): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(than);
}
