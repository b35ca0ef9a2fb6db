import { noCurrency } from '../../core/money.js';
import type { Because, RefundLineKind } from '../decision.js';
import { whyNothingReturns } from '../facts/returnless.js';
import type { Scene } from '../facts/scene.js';
import { inCurrency, negate, plus, shareOf, smaller, type ExactAmount } from '../rules/amounts.js';
import { conditionState } from '../rules/conditions.js';
import { feeLine, lossLine, type Base } from '../rules/deductions.js';
import { lateLines } from '../rules/late-refund.js';
import type { ExactLine } from '../rules/refund-lines.js';
import type { BasisPoints, Fee } from '../rules/terms.js';
import type { Cited, GoodsRefund } from './grant.js';
import type { Settled } from './settled.js';

/** Whether the return covers the whole contract; with one unit count known and no other word it is presumed whole. */
export const isWholeReturn = ({ facts }: Scene): boolean => {
  const { item, order } = facts;
  return order.isWhole ?? (item.quantityOrdered === undefined || item.quantityOrdered === item.quantity);
};

/** What was paid for the contract as a whole. */
const perContract: ReadonlySet<RefundLineKind> = new Set<RefundLineKind>(['outbound-shipping', 'tax', 'import-duty']);

export const isPerContract = (kind: RefundLineKind): boolean => perContract.has(kind);

interface Citing {
  readonly scene: Scene;
  readonly because: Because;
}

/** Tax comes back in the same share as the price it was paid on; of a partial return the share is not known. */
const taxLines = (share: BasisPoints | 'unknown', base: Base, { scene, because }: Citing): readonly ExactLine[] => {
  const { taxPaid } = scene.facts.order;
  if (taxPaid === undefined) return [];
  const minor = isWholeReturn(scene) ? inCurrency(taxPaid, base.currency, scene.facts.rates) : null;
  const amount = minor === null || share === 'unknown' ? null : shareOf(minor, share);
  return [{ kind: 'tax', amount, cap: null, because }];
};

/**
 * Duties of the import come back as taxes do where the seller took them (DDP). What the buyer paid to the customs the seller never had:
 * it is for the customs to pay back.
 */
const dutyLines = (share: BasisPoints | 'unknown', base: Base, { scene, because }: Citing): readonly ExactLine[] => {
  const { dutiesPaid, incoterm } = scene.facts.order;
  if (dutiesPaid === undefined || incoterm === 'DAP' || incoterm === 'DDU') return [];
  const isKnown = incoterm === 'DDP' && isWholeReturn(scene);
  const minor = isKnown ? inCurrency(dutiesPaid, base.currency, scene.facts.rates) : null;
  const amount = minor === null || share === 'unknown' ? null : shareOf(minor, share);
  return [{ kind: 'import-duty', amount, cap: null, because }];
};

const goodsLines = (share: BasisPoints | 'unknown', base: Base, citing: Citing): readonly ExactLine[] => {
  const isUnknown = share === 'unknown' || base.currency === noCurrency;
  const amount = isUnknown ? null : shareOf(base.minor, share);
  const goods: ExactLine = { kind: 'item', amount, cap: null, because: citing.because };
  const { taxPaid, dutiesPaid } = citing.scene.facts.order;
  if (taxPaid === undefined && dutiesPaid === undefined) return [goods];
  return [goods, ...taxLines(share, base, citing), ...dutyLines(share, base, citing)];
};

/** Deductions take at most what is refunded: the buyer never owes money for a return. */
const capDeductions = (refunded: ExactAmount | null, deductions: readonly ExactLine[]): readonly ExactLine[] => {
  if (refunded === null) return deductions;
  let remainder = refunded;
  return deductions.map((line) => {
    if (line.amount === null) return line;
    const taken = smaller(negate(line.amount), remainder);
    remainder = plus(remainder, negate(taken));
    return { ...line, amount: negate(taken) };
  });
};

const lossLines = ({ otherwise, conditions }: Settled, base: Base, scene: Scene): readonly ExactLine[] => {
  if (otherwise?.value.kind !== 'deduct' || conditions === null || whyNothingReturns(scene) !== null) return [];
  const isBroken = conditions.value.some((condition) => conditionState(condition, scene) === 'broken');
  return isBroken ? [lossLine(otherwise.value, base, { scene, because: otherwise.because })] : [];
};

/** Nothing is deducted for a way back that nothing travels. */
const feesIn = ({ fees }: Settled, scene: Scene): readonly Fee[] => {
  const all = fees?.value ?? [];
  return whyNothingReturns(scene) !== null ? all.filter(({ kind }) => kind !== 'return-shipping') : all;
};

/** Money back for the goods under this source alone; `null` when it does not say. */
export const resolveGoodsRefund = (settled: Settled, scene: Scene): Cited<GoodsRefund> | null => {
  const { share, form, fees, late } = settled;
  if (share === null && form === null && fees === null) return null;
  const { price, quantity } = scene.facts.item;
  const base: Base = { minor: price.minor * quantity, currency: price.currency };
  const because = share?.because ?? form?.because ?? [];
  const goods = goodsLines(share?.value ?? 'unknown', base, { scene, because });
  const isPlain = (fees === null || fees.value.length === 0) && late === null && settled.otherwise?.value.kind !== 'deduct';
  if (isPlain) return { value: { form: form?.value ?? 'unknown', lines: goods, net: netOf(goods) }, because };
  const deductions = [
    ...feesIn(settled, scene).map((fee) => feeLine(fee, base, { scene, because: fees?.because ?? [] })),
    ...lossLines(settled, base, scene),
  ];
  const raises = late === null ? [] : lateLines(late.value, base, { scene, because: late.because });
  const lines = [...goods, ...capDeductions(netOf(goods), deductions), ...raises];
  return { value: { form: form?.value ?? 'unknown', lines, net: netOf(lines) }, because };
};

const netOf = (lines: readonly ExactLine[]): ExactAmount | null => {
  let net: ExactAmount = 0;
  for (const { amount } of lines) {
    if (amount === null) return null;
    net = plus(net, amount);
  }
  return net;
};
