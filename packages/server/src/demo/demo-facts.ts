import { demoCensus } from './demo-census.ts';
import { demoForeigners } from './demo-foreigners.ts';
import { demoResidents } from './demo-residents.ts';
import type { DemoTable } from './demo-table.ts';

/**
 * The figures of the demo: what the official tables say about Prignitz (12070), Goslar (03153) and the Landkreis
 * Coburg (09473). Source and licence stand at the head of each table's file.
 */
export const demoTables: readonly DemoTable[] = Object.freeze([demoResidents, demoCensus, demoForeigners]);
