import { importCrosswalk, openStore, readCrosswalk, verifyAggregates } from '@kreisweit/store';
import { officialFile } from '../src/testing/official-file.ts';
const [url = '', scenario = ''] = process.argv.slice(2);
const store = await openStore({ kind: 'server', url });
const crosswalk = await readCrosswalk(officialFile('changes/bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz'));
let edition = crosswalk;
if (scenario === 'corrected') {
  // Every 20th link between different municipalities names another share.
  let n = 0;
  edition = { ...crosswalk, links: crosswalk.links.map((l) => l.source !== l.target && n++ % 20 === 0 && l.population !== null ? { ...l, population: l.population * 0.9 } : l) };
}
const slow: [number, string][] = [];
if (process.env.STATEMENTS) {
  const pg = (await import('pg')).default;
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: any, ...args: any[]) {
    const started = performance.now();
    const text = typeof args[0] === 'string' ? args[0] : args[0]?.text;
    const r = (original as any).apply(this, args);
    if (r?.then) r.then(() => slow.push([performance.now() - started, String(text)]), () => {});
    return r;
  } as any;
}
const start = process.cpuUsage();
const from = performance.now();
const { version } = await importCrosswalk(store, edition, { checksum: scenario });
const ms = performance.now() - from;
const { rows } = await store.database.pool.query('select (select count(*)::int from aggregate where version_from = $1) as aggregates, (select count(*)::int from published_series where version_from = $1) as series, (select count(*)::int from territory_link) as links', [version]);
const { readFileSync } = await import('node:fs');
const pids = (await store.database.pool.query('select pid from pg_stat_activity where datname = current_database()')).rows;
const cpu = pids.reduce((sum: number, { pid }: any) => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return sum + (Number(f[11]) + Number(f[12])) * 10; }, 0);
const own = process.cpuUsage(start);
console.log(JSON.stringify({ cpu: cpu + Math.round((own.user + own.system) / 1000), backend: cpu, ms: Math.round(ms), ...rows[0] }));
for (const [t, s] of slow.sort((a, b) => b[0] - a[0]).slice(0, 14)) console.log(Math.round(t), s.trim().replace(/\s+/g, ' ').slice(0, 110));
if (process.env.STATEMENTS) for (const [t, s] of slow) if (/changed_predecessor|changed_district|rejudged/.test(s) && t > 2) console.log('  *', Math.round(t), s.trim().replace(/\s+/g, ' ').slice(0, 90));
if (process.env.VERIFY) { const v = await verifyAggregates(store); console.log(JSON.stringify({ aggregates: v.aggregates, series: v.series, checked: v.checkedAggregates })); }
await store.close();
