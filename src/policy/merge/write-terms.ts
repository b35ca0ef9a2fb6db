import type { Pays, RefundLineKind, RemedyOption, RightKind, Terms } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { exactly, inCurrency, type ExactAmount } from '../rules/amounts.js';
import { settleRefund, type ExactLine } from '../rules/refund-lines.js';
import type { Money, Remedy } from '../vocabulary.js';
import { isWholeReturn } from './goods-refund.js';
import type { Alone } from './alone.js';
import type { GoodsRefund, Outbound } from './grant.js';
import type { Joined } from './join.js';

const replacements = new Set(['exchange', 'replacement', 'reship', 'missing-part']);

type Payers = Pick<Alone, 'outbound' | 'return' | 'replacement' | 'remedies'>;

/** Who pays each leg. A leg nobody travels is paid by nobody; one no rule speaks about is unknown. */
export const payersOf = (figures: Payers, kind: RightKind): Pays => {
  const isReplaced = figures.remedies.length === 0 || figures.remedies.some(({ value }) => replacements.has(value.remedy));
  return {
    outbound: figures.outbound?.main.value.payer ?? 'unknown',
    return: figures.return?.main.value.payer ?? (kind === 'non-delivery' ? 'nobody' : 'unknown'),
    replacement: figures.replacement?.main.value.payer ?? (isReplaced ? 'unknown' : 'nobody'),
  };
};

const refundedShipping = (scope: Outbound['scope'], { facts }: Scene): Money | null => {
  const shipping = facts.order.shipping;
  if (shipping === undefined || scope === 'unknown') return null;
  if (scope === 'full') return shipping.paid;
  const cheapest = shipping.cheapestStandard ?? (facts.order.deliveryMode === 'standard' ? shipping.paid : null);
  if (cheapest?.currency !== shipping.paid.currency) return null;
  return cheapest.minor < shipping.paid.minor ? cheapest : shipping.paid;
};

const noLines: readonly ExactLine[] = [];

const outboundLines = (outbound: Joined<Outbound> | null, scene: Scene, currency: string): readonly ExactLine[] => {
  const scope = outbound?.main.value.scope ?? 'unknown';
  if (scope === 'none' || scene.facts.order.shipping?.paid.minor === 0) return noLines;
  const shipping = isWholeReturn(scene) ? refundedShipping(scope, scene) : null;
  const minor = shipping === null ? null : inCurrency(shipping, currency, scene.facts.rates);
  const amount = minor === null ? null : exactly(minor);
  return [{ kind: 'outbound-shipping', amount, cap: null, because: outbound?.main.because ?? [] }];
};

/** Unknown where the amount or its cap is. */
const cappedAt = (minor: number | null, most: number | null): ExactAmount | null =>
  minor === null || most === null ? null : exactly(Math.min(minor, most));

/** Whether the buyer laid out anything for the way back: who pays it is a matter of the refund only then. */
export const hasLaidOut = ({ facts: { returnShipping } }: Scene): boolean =>
  returnShipping?.labelPayer === 'buyer' && returnShipping.cost !== undefined;

/** What the buyer laid out for the way back, where somebody else bears it. */
const returnLines = ({ return: leg }: Pick<Alone, 'return'>, scene: Scene, currency: string): readonly ExactLine[] => {
  const { facts } = scene;
  const cost = facts.returnShipping?.cost;
  if (leg === null || cost === undefined || !hasLaidOut(scene)) return noLines;
  const { payer } = leg.main.value;
  if (payer === 'buyer' || payer === 'nobody' || payer === 'unknown') return [];
  const minor = inCurrency(cost, currency, facts.rates);
  const { cap } = leg.main.value;
  const most = cap === null ? null : inCurrency(cap, currency, facts.rates);
  return [{ kind: 'return-shipping', amount: cappedAt(minor, cap === null ? Infinity : most), cap, because: leg.main.because }];
};

const unknownGoods: ExactLine = { kind: 'item', amount: null, cap: null, because: [] };

export const remedyOptions = (remedies: Alone['remedies'], tried: readonly Remedy[]): readonly RemedyOption[] => {
  const earlier = (step: number): boolean => remedies.some(({ value }) => value.step < step && tried.includes(value.remedy));
  return remedies
    .map(({ value, because, layer }) => ({
      remedy: value.remedy,
      chosenBy: value.chosenBy,
      step: value.step,
      // A seller's list is an order of preference; a law's steps open one after the other.
      isOpen: layer === 'seller' || value.step === 1 || earlier(value.step),
      because,
    }))
    .sort((left, right) => left.step - right.step);
};

/** What comes back: the goods' lines with what was laid out for shipping. */
const writeRefund = (
  promised: Pick<Alone, 'outbound' | 'return'>,
  refund: Joined<GoodsRefund> | null,
  scene: Scene,
): Terms['refund'] => {
  const { currency } = scene.facts.item.price;
  const goods = refund?.main.value;
  const shipping = outboundLines(promised.outbound, scene, currency);
  const back = returnLines(promised, scene, currency);
  const lines = goods?.lines ?? [unknownGoods];
  const isAll = shipping.length === 0 && back.length === 0;
  return settleRefund(isAll ? lines : lines.concat(shipping, back), goods?.form ?? 'unknown', currency);
};

/** Everything that terms are written from. */
interface Figures {
  readonly window: Terms['window'];
  readonly promised: Alone;
  readonly refund: Joined<GoodsRefund> | null;
  /** The refund where it was written before. */
  readonly written: Terms['refund'] | null;
}

/** Writes terms of the decision, without deadlines. */
export const writeTerms = ({ window, promised, refund, written }: Figures, scene: Scene): Omit<Terms, 'deadlines'> => {
  const tried = scene.facts.remediesTried;
  return {
    window,
    pays: promised.pays,
    refund: written ?? writeRefund(promised, refund, scene),
    remedies: tried === undefined ? promised.options : remedyOptions(promised.remedies, tried),
  };
};

/** Nothing is owed: no leg is paid for, nothing comes back. */
export const emptyTerms = (window: Terms['window'], currency: string): Omit<Terms, 'deadlines'> => ({
  window,
  pays: { outbound: 'nobody', return: 'nobody', replacement: 'nobody' },
  refund: { total: { minor: 0, currency }, form: 'unknown', lines: [], unknownLines: [] },
  remedies: [],
});

/** Nobody knows what is owed: nothing is promised and nothing refused. */
export const unknownTerms: Omit<Terms, 'deadlines'> = Object.freeze({
  window: null,
  pays: Object.freeze({ outbound: 'unknown', return: 'unknown', replacement: 'unknown' }),
  refund: Object.freeze({
    total: null,
    form: 'unknown',
    lines: Object.freeze([]),
    unknownLines: Object.freeze<RefundLineKind[]>(['item']),
  }),
  remedies: Object.freeze([]),
});
