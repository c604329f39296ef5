/**
 * A territory in which tasks are carried out. `association` and `district` are the keys of what it lies in on the day that is asked about;
 * null where there is none. `sameAs` is its key in its other role: a kreisfreie Stadt is district (`01001`) and municipality
 * (`01001000`). Areas without inhabitants are left out by those who ask: nobody is served there.
 */
export type TaskTerritory = {
  readonly key: string;
  readonly kind: 'municipality' | 'association' | 'district';
  readonly sameAs: string | null;
  readonly association: string | null;
  readonly district: string | null;
};
