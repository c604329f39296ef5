import type { Register, RegisterEntry, RegisterKind } from '../register/register-entry.ts';

const KIND_OF_LENGTH: Readonly<Record<number, RegisterKind>> = {
  2: 'state',
  3: 'region',
  5: 'district',
  9: 'association',
  12: 'municipality',
};

/**
 * Builds a register from lines of ARS, name, Textkennzeichen and inhabitants, separated by two spaces or more; a part
 * that a kind does not have is left out.
 *
 * @example registerOf('2013-12-31', '16  Bergland\n16097  Aue  44')
 */
export function registerOf(territoryDate: string, text: string): Register {
  const entries = text
    .trim()
    .split('\n')
    .map((line, index): RegisterEntry => {
      const [ars = '', name = '', textCode, population] = line.trim().split(/ {2,}/);
      const kind = KIND_OF_LENGTH[ars.length];
      if (kind === undefined) throw new Error(`'${line}' does not begin with an ARS`);
      const municipality = kind === 'municipality';
      return {
        line: index + 1,
        kind,
        ars,
        ags: kind === 'association' ? null : municipality ? ars.slice(0, 5) + ars.slice(9) : ars,
        name,
        textCode: textCode ?? null,
        areaHectares: municipality ? 100 : null,
        population: municipality ? Number(population) : null,
        male: null,
        postcode: null,
        degreeOfUrbanisation: null,
      };
    });
  return {
    file: `register-${territoryDate}.txt`,
    format: 'GV100AD',
    territoryDate,
    populationDate: territoryDate,
    entries,
  };
}

/**
 * What both registers of the made-up country hold. Aue (16097) has three inhabited municipalities, two of them in an
 * association, and a wood without inhabitants; Eiche (16098) is a kreisfreie Stadt, Hafen (02) a city state.
 */
const ALWAYS = `
02            Hafen
02000         Hafen        41
020000000     Hafen        50
020000000000  Hafen        61  1000
09            Oberland
091           Seenland
09171         Linde        44
091710001     Linde        50
091710001001  Linde        63  500
16            Bergland
16097         Aue          44
160970001     Ahorn        50
160970001001  Ahorn        63  100
160975001     Am Bach      54
160975001002  Birke        64  60
160975001003  Buche        64  40
160979666     Hohes Holz   50
160979666666  Hohes Holz   66  0
16098         Eiche        41
160980000     Eiche        50
160980000000  Eiche        61  300
16099         Fels         44
160990001     Lerche       50
160990001001  Lerche       64  50`;

/** 31 December 2013: the district Fels has the municipalities Lerche and Meise. */
export const register2013 = registerOf(
  '2013-12-31',
  `${ALWAYS}
160990002     Meise        50
160990002002  Meise        64  30`,
);

/** 31 December 2021: Meise is gone, Specht has come. */
export const register2021 = registerOf(
  '2021-12-31',
  `${ALWAYS}
160990003     Specht       50
160990003003  Specht       64  20`,
);
