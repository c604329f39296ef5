import { type BodiesQuery, type BodyRow, bodiesPage } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';
import { type PageLoader, pagePerOwner } from './page-per-owner.ts';

export type BodyPageLoader = PageLoader<string, Omit<BodiesQuery, 'districts'>, BodyRow>;

/** Loads pages of the bodies of districts (keys). */
export function bodyPageLoader({ db }: Reading): BodyPageLoader {
  return pagePerOwner((districts, question) => bodiesPage(db, { ...question, districts }));
}
