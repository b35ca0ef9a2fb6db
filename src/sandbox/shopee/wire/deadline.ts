import type { ReturnRecord, Seconds } from '../record.js';

/** A deadline that does not exist is 0 on some returns and null on others. */
export const toDeadline = ({ quirks }: ReturnRecord, at: Seconds): Seconds | null => (at === 0 ? quirks.absentDeadline : at);

/** A status that does not exist is empty on some returns and null on others. */
export const toStatus = ({ quirks }: ReturnRecord, status: string): string | null =>
  status === '' ? quirks.absentStatus : status;

/** With and without its prefix, as the guide and the reference's samples have it; always empty on Brazilian shops. */
export const toCompensationStatus = ({ compensation, quirks, shop }: ReturnRecord): string => {
  if (shop.region === 'BR') return '';
  return quirks.compensationPrefixed ? `COMPENSATION_${compensation.status}` : compensation.status;
};
