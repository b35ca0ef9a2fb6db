import { createRandom } from '../../random.js';
import type { Change } from './change.js';
import { owedOf, payBuyer } from './refunds.js';

/** The buyer asks Amazon for an A-to-z refund. */
export const openClaim: Change = (record, at) => {
  record.claim = 'open';
  record.claimedAt = at;
};

/** A seller who has refunded in full has ended the claim. */
export const ruleClaim: Change = (record, at, money) => {
  record.claim = owedOf(record).length === 0 ? 'denied' : record.script.claimRuling;
  if (record.claim !== 'granted') return;
  payBuyer({ kind: 'guarantee-claim', cause: 'a-to-z', by: 'claim' })(record, at, money);
  record.status = 'Closed';
};

/** The buyer's bank takes the money back. */
export const chargeBack: Change = (record, at, money) => {
  record.isChargedBack = true;
  payBuyer({ kind: 'chargeback', cause: 'chargeback', by: 'chargeback' })(record, at, money);
};

/** The seller asks to be reimbursed for a refund that Amazon gave. */
export const fileSafeT: Change = (record, at) => {
  const random = createRandom('safe-t', record.order.orderId, record.item.orderItemId);
  const digits = (length: number): string => random.text(length, '0123456789');
  record.safeT = {
    id: `${digits(5)}-${digits(5)}-${digits(7)}`,
    reason: 'Item not as sent',
    filedAt: at,
    state: 'Pending',
    reimbursedMinor: 0,
  };
};

export const decideSafeT: Change = (record, at, money) => {
  const { safeT, order, item, quantity } = record;
  if (safeT === undefined) return;
  safeT.state = record.script.safeT ?? 'Denied';
  if (safeT.state !== 'Approved') return;
  safeT.reimbursedMinor = Math.floor(record.refundedMinor / 2);
  const charges = [{ type: 'SAFE-TReimbursement', minor: safeT.reimbursedMinor }];
  money.book({ kind: 'safe-t', order, at, cause: 'safe-t', safeTClaimId: safeT.id, lines: [{ item, quantity, charges }] });
};
