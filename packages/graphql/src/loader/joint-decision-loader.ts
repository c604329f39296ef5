import type { JointDecision } from '@kreisweit/domain';
import { addressText, type DecisionAddress, decisionsByAddress } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type JointDecisionLoader = DataLoader<DecisionAddress, JointDecision | null, string>;

/** Loads joint decisions by their addresses, drafts too: whoever asks checks who may see them. */
export function jointDecisionLoader({ db }: Reading): JointDecisionLoader {
  return new DataLoader((addresses) => decisionsByAddress(db, addresses), { cacheKeyFn: addressText });
}
