import type { AttackedServer } from './attacked-server.ts';
import { ask } from './send.ts';

/** What a dashboard asks: the figures of a district over the years, and those of its neighbours side by side. */
export const ordinaryQuery = `{
  district(key: "12070") { name series(indicator: "population/residents", from: "2011", to: "2015") { periods values statuses } }
  territory(key: "DG") { crossSection(indicator: "population/foreignShare", period: "2015", level: DISTRICT) { territories { ars name } values } }
}`;

/** Asks it: the name of the district, or what came instead. */
export async function ordinaryAnswer(server: AttackedServer, from: string): Promise<string> {
  const { status, text } = await ask(server, { query: ordinaryQuery }, { from });
  if (status !== 200 || text.includes('"errors"')) return `${status} ${text.slice(0, 300)}`;
  const { data } = JSON.parse(text);
  const isRight =
    data.district.series.values.at(-1) === 77_573 && data.territory.crossSection.values.length === 3;
  return isRight ? data.district.name : text;
}
