import type { DriftReporter } from '../../../transport/drift.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { payerOf } from './parts.js';
import { toReason } from './reason.js';
import { externalStandings, sellerStatuses, undeliveredTypes } from './status.js';

const known: Readonly<Record<string, readonly string[]>> = {
  status: sellerStatuses,
  resolution: ['StandardRefund', 'RefundAtFirstScan', 'ReturnlessRefund', 'Replacement'],
  returnType: ['C-Returns', ...undeliveredTypes],
  externalStatus: Object.keys(externalStandings),
};

/** Each raw word by its axis. An axis that no source told of is left out. */
export const toNative = (joined: JoinedCase): Readonly<Record<string, string>> => {
  const native: Record<string, string> = {};
  const add = (axis: string, word: string | undefined): void => {
    if (word !== undefined) native[axis] ??= word;
  };
  for (const fact of joined.sellerReturns) {
    add('status', fact.status);
    add('resolution', fact.resolution);
    add('returnType', fact.returnType);
    add('claim', fact.isClaimed === undefined ? undefined : fact.isClaimed ? 'Y' : 'N');
    add('labelType', fact.label?.type);
    add('safeT', fact.safeT?.state);
    add('delivered', fact.delivered?.date);
  }
  for (const fact of joined.externalReturns) {
    add('externalStatus', fact.status);
    add('externalType', fact.type);
    add('externalSubtype', fact.subtype);
  }
  for (const fact of joined.fbaReturns) {
    add('warehouseStatus', fact.status);
    add('disposition', fact.disposition);
  }
  const moved = joined.money.map(({ type, state, amount }) => `${type} ${state} ${amount?.minor ?? ''}`.trim());
  add('money', moved.length === 0 ? undefined : moved.join(', '));
  return native;
};

/** Tells the user which words this version does not know; the case is still delivered, with `unknown` in their place. */
export const reportUnknownWords = (drift: DriftReporter, joined: JoinedCase): void => {
  const report = (operation: string, path: string, word: string | undefined): void => {
    if (word !== undefined && known[path]?.includes(word) !== true) drift.report({ operation, kind: 'unknown-word', path, word });
  };
  for (const { source, status, resolution, returnType, reason, label } of joined.sellerReturns) {
    report(source, 'status', status);
    report(source, 'resolution', resolution);
    report(source, 'returnType', returnType);
    if (reason !== undefined && toReason(reason).unified === 'unknown') report(source, 'reason', reason);
    if (payerOf(label?.payer) === 'unknown') report(source, 'label.payer', label?.payer);
  }
  for (const { status } of joined.externalReturns) report('externalReturns.listReturns', 'externalStatus', status);
  for (const { reason } of joined.fbaReturns) {
    if (reason !== undefined && toReason(reason).unified === 'unknown') report('fba-returns', 'reason', reason);
  }
};
