import { type BoundaryFormat, boundaryFormats } from '@kreisweit/graphql';
import { type BoundaryLevel, boundaryLevelNames } from '@kreisweit/store';

/** What an address of boundaries asks for: by the hash of its content, or what is in force on a day (null = now). */
export type BoundaryRequest = {
  readonly level: BoundaryLevel;
  readonly format: BoundaryFormat;
  readonly contentHash: string | null;
  readonly on: string | null;
};

/** A request that cannot be answered, with the status of HTTP and what to write instead. */
export type RefusedRequest = { readonly status: 400 | 404; readonly message: string };

const FILE = /^([a-z]+)(?:\.([0-9a-f]{16}))?\.([a-z]+)$/;

const levels = Object.keys(boundaryLevelNames) as BoundaryLevel[];

/** Reads the name of a file, `districts.topojson` or `districts.<hash>.geojson`, and the day (ISO) that is asked for. */
export function boundaryRequest(file: string, on: unknown): BoundaryRequest | RefusedRequest {
  const [, name, contentHash = null, extension] = FILE.exec(file) ?? [];
  const level = levels.find((each) => boundaryLevelNames[each] === name);
  const format = boundaryFormats.find((each) => each === extension);
  if (level === undefined || format === undefined) return { status: 404, message: noSuchFile(file) };
  if (on === undefined) return { level, format, contentHash, on: null };
  if (contentHash !== null) {
    return { status: 400, message: `${file} names its content and knows no other day: leave out "on"` };
  }
  if (isDay(on)) return { level, format, contentHash, on };
  return { status: 400, message: `on=${String(on)} is no day: write on=2021-12-31` };
}

function noSuchFile(file: string): string {
  const names = Object.values(boundaryLevelNames).join(', ');
  return `there is no ${file}: ask for one of ${names}, as .topojson or .geojson (districts.topojson)`;
}

function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
