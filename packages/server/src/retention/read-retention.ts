import type { Retention } from '@kreisweit/store';
import { refuseUnknownFields } from '../configuration/refuse-unknown-fields.ts';
import type { SectionReader } from '../configuration/section-reader.ts';

/** What holds where the configuration says nothing: five years of the audit trail, a month of receipts, a year of ended tokens. */
export const defaultRetention: Retention = Object.freeze({
  auditMonths: 60,
  deliveryReceiptDays: 30,
  accessTokenMonths: 12,
});

/** A hundred years: more is a slip of the pen. */
const LONGEST: Retention = { auditMonths: 1_200, deliveryReceiptDays: 36_500, accessTokenMonths: 1_200 };

type Field = keyof Retention;

/** Reads the section `retention`: `{ "auditMonths": 60, "deliveryReceiptDays": 30, "accessTokenMonths": 12 }`, each of them or none. */
export const readRetention: SectionReader<Retention> = (value = {}, refuse) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], `is no object: write one such as ${JSON.stringify(defaultRetention)}`);
    return defaultRetention;
  }
  refuseUnknownFields(value, { fields: Object.keys(defaultRetention) }, refuse);
  const given: Partial<Record<string, unknown>> = { ...value };
  const read = (field: Field): number => {
    const { [field]: number = defaultRetention[field] } = given;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= LONGEST[field]) {
      return number;
    }
    const unit = field.endsWith('Days') ? 'days' : 'months';
    refuse(
      [field],
      `${JSON.stringify(number)} is no number of ${unit}: write a whole number from 1 to ${LONGEST[field]}, such as ${defaultRetention[field]}`,
    );
    return defaultRetention[field];
  };
  return Object.freeze({
    auditMonths: read('auditMonths'),
    deliveryReceiptDays: read('deliveryReceiptDays'),
    accessTokenMonths: read('accessTokenMonths'),
  });
};
