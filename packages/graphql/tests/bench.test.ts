import { engines } from '@kreisweit/store/testing';
import { execute, parse } from 'graphql';
import { test } from 'vitest';
import { createContext, createSchema } from '../src/index.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';
import { dataOf } from './ask.ts';

test('bench', async () => {
  const engine = engines.find((e) => e.name === 'postgres')!;
  const store = await madeUpCountry(engine);
  const q = (s: string) => store.database.pool.query(s);
  const N = 400, M = 27, I = 50;
  await q(`insert into territory (id, kind, key, evidence) values (1000, 'state', '05', 'REGISTER')`);
  await q(`insert into territory (id, kind, key, evidence) select 1000 + n, 'district', '05' || lpad(n::text, 3, '0'), 'REGISTER' from generate_series(1, ${N}) n`);
  await q(`insert into territory (id, kind, key, evidence) select 2000 + n*${M} + m, 'municipality', '05' || lpad(n::text, 3, '0') || lpad(m::text,3,'0'), 'REGISTER' from generate_series(1, ${N}) n, generate_series(1, ${M}) m`);
  await q(`insert into territory_version (territory_id, proven_from, proven_until, ars, ags, name, inhabited, evidence, version_from) select id, '2013-12-31', '2021-12-31', key, key, kind || ' ' || key, true, 'REGISTER', 1 from territory where id >= 1000`);
  await q(`insert into membership (member_id, parent_id, relation, proven_from, proven_until, version_from) select 1000 + n, 1000, 'state', '2013-12-31'::date, '2021-12-31'::date, 1 from generate_series(1, ${N}) n union all select 2000 + n*${M}+m, 1000 + n, 'district', '2013-12-31', '2021-12-31', 1 from generate_series(1, ${N}) n, generate_series(1,${M}) m`);
  await q(`insert into catalogue_item (id, kind, key) select 100+i, 'indicator', 'x/i' || i from generate_series(1,${I}) i`);
  await q(`insert into catalogue_version (item_id, definition, version_from) select 100+i, (select definition || jsonb_build_object('key', 'x/i'||i) from catalogue_version where item_id=21), 1 from generate_series(1,${I}) i`);
  await q(`insert into published_series (district_id, territory_id, indicator_id, breakdown_id, version_from, periods, "values", statuses, flags, origins, coverages)
    select 1000 + n, t, 100+i, 0, 1, '{2008,2009,2010,2011,2012,2013,2014,2015}', array[n, n + 1.5,3,4,5,6,7,8.25], '{0,0,0,0,0,0,0,0}', '{0,0,0,0,0,0,0,0}', '{0,0,0,0,0,0,0,0}', '{1,1,1,1,1,1,1,1}'
    from generate_series(1, ${N}) n, generate_series(1,${I}) i, lateral (select 1000+n as t union all select 2000 + n*${M} + m from generate_series(1,${M}) m) p`);
  await q('vacuum analyze');
  const schema = createSchema();
  const run = async (name: string, text: string, times: number) => {
    const document = parse(text);
    const go = () => execute({ schema, document, contextValue: createContext({ db: store.db }) });
    for (let i = 0; i < Math.min(times, 50); i++) { const r: any = await go(); if (r.errors) throw r.errors[0]; }
    const t = performance.now(); const c = process.cpuUsage();
    for (let i = 0; i < times; i++) await go();
    const u = process.cpuUsage(c);
    console.log(name, ((performance.now() - t) / times).toFixed(2), 'ms wall', ((u.user + u.system) / 1000 / times).toFixed(2), 'ms cpu JS');
  };
  const inds = Array.from({ length: 20 }, (_, i) => `"x/i${i + 1}"`).join(',');
  await run('1 district 20 seriesOf', `{ district(key: "05007") { name seriesOf(indicators: [${inds}]) { unit periods values statuses } } }`, 500);
  await run('1 district 20 aliases', `{ district(key: "05007") { name ${Array.from({ length: 20 }, (_, i) => `s${i}: series(indicator: "x/i${i + 1}", from: "2011") { periods values statuses }`).join(' ')} } }`, 500);
  await run('1 district 1 series', `{ district(key: "05007") { name series(indicator: "x/i1", from: "2011", to: "2015") { periods values statuses } } }`, 500);
  await run('400 districts 1 series', `{ districts(first: 450, filter: {state:"05"}) { nodes { name series(indicator: "x/i1") { values statuses } } } }`, 20);
  await run('400 districts 20 series', `{ districts(first: 450, filter: {state:"05"}) { nodes { name seriesOf(indicators: [${inds}]) { values } } } }`, 5);
  await run('municipalities of a district', `{ district(key:"05007") { municipalities { name series(indicator: "x/i1") { values } } } }`, 200);
  await run('cross 400', `{ territory(key:"05") { crossSection(indicator:"x/i1", period:"2015", level: DISTRICT) { territories { ars name } values statuses } } }`, 50);
  await run('cross 10800', `{ territory(key:"05") { crossSection(indicator:"x/i1", period:"2015", level: MUNICIPALITY) { territories { ars name } values statuses } } }`, 5);
  await run('districts page', `{ districts { totalCount nodes { name } } }`, 100);
  await run('territory only', `{ district(key:"05007") { name } }`, 500);
  await run('actors', `{ actors(territory: "05007") { nodes { name } } }`, 50);
  await run('actors state', `{ actors(territory: "05") { nodes { name } } }`, 10);
  await run('state districts+municipalities', `{ territory(key:"05") { ... on State { districts { municipalities { name } } } } }`, 3);
  void dataOf;
  await store.close();
}, 300000);
