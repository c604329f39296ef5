import { isIP } from 'node:net';
import type { SectionReader } from '../configuration/section-reader.ts';
import type { TrustProxy } from './limits.ts';

const MOST_PROXIES = 5;
const ADVICE = `write false, the number of proxies in front of it (1 to ${MOST_PROXIES}), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]`;

/**
 * Reads whose word is taken for the address of a client. Never everybody's: whoever may say what they like about their address is
 * limited by none.
 */
export const readTrustProxy: SectionReader<TrustProxy> = (value = false, refuse) => {
  if (value === false) return false;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_PROXIES)
    return value;
  if (!Array.isArray(value)) {
    const why = value === true ? 'would believe everybody' : 'cannot be used';
    refuse([], `${JSON.stringify(value)} ${why}: ${ADVICE}`);
    return false;
  }
  if (value.length === 0) refuse([], `is empty: ${ADVICE}`);
  const addresses: readonly unknown[] = value;
  for (const [index, address] of addresses.entries()) {
    const why = whyNoAddress(address);
    if (why !== null) refuse([index], `${JSON.stringify(address)} ${why}`);
  }
  return Object.freeze(addresses.map(String));
};

function whyNoAddress(value: unknown): string | null {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(String(value)) ?? [];
  const version = typeof value === 'string' ? isIP(address) : 0;
  if (version === 0)
    return 'is no address: write one such as "10.0.0.1", or a range such as "192.168.0.0/16"';
  if (prefix === undefined) return null;
  if (Number(prefix) === 0) return 'is everybody: write the addresses of the proxies';
  const most = version === 4 ? 32 : 128;
  return Number(prefix) <= most ? null : `is no range: write a number from 1 to ${most} behind the slash`;
}
