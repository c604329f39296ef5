import type { Acting, DeliveryDeadline, Training } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import type { Given, Revised } from './revised.ts';
import { saveDeliveryDeadline } from './save-delivery-deadline.ts';
import { saveTraining } from './save-training.ts';

/** What somebody may write of what is due. */
export type ActingDue = {
  readonly saveDeliveryDeadline: (deadline: Given<DeliveryDeadline>) => Promise<Revised<DeliveryDeadline>>;
  readonly saveTraining: (training: Given<Training>) => Promise<Revised<Training>>;
};

/** The functions that write what is due, for somebody who acts. */
export function actingDue(store: Store, acting: Acting): ActingDue {
  return {
    saveDeliveryDeadline: (deadline) => saveDeliveryDeadline(store, acting, deadline),
    saveTraining: (training) => saveTraining(store, acting, training),
  };
}
