import { builder } from '../builder.ts';

/** Where the territories lie with which one is compared. */
export const PeerArea = builder.enumType('PeerArea', {
  description: 'Where the territories lie with which one is compared.',
  values: {
    DISTRICT: { value: 'district', description: 'In the same district.' },
    REGION: { value: 'region', description: 'In the same Regierungsbezirk or Statistische Region.' },
    STATE: { value: 'state', description: 'In the same Land.' },
    COUNTRY: { value: 'country', description: 'In Germany.' },
  } as const,
});
