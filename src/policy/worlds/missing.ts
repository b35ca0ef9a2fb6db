import { noCurrency } from '../../core/money.js';
import { partOf } from '../affected-part.js';
import { affectedParts, type AffectedPart, type MissingFact, type RefundLineKind } from '../decision.js';
import { isSameData } from '../distinct.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { isPerContract, isWholeReturn } from '../merge/goods-refund.js';
import { inCurrency } from '../rules/amounts.js';
import type { Outcome } from '../outcome.js';
import type { Money, Payer } from '../vocabulary.js';
import { add, inOrder, type Found } from './asked-facts.js';
import { listPresumed } from './presumed-facts.js';
import type { World, Worlds } from './worlds.js';

const citations: ReadonlySet<string> = new Set(['because']);
const citationsAndCertainty: ReadonlySet<string> = new Set(['because', 'certainty']);

/** Of a deadline it matters when it is; of a window when it ends. */
const isSamePart = (part: AffectedPart, left: unknown, right: unknown): boolean =>
  isSameData(left, right, part === 'deadlines' || part === 'window' ? citationsAndCertainty : citations);

/** Whether a world says anything about a part: where nothing is owed there are no terms to compare. */
const isShown = ({ verdict }: Outcome, part: AffectedPart): boolean =>
  part === 'verdict' || part === 'window' || verdict !== 'ineligible';

/** What each world says about a part: worlds that say the same have the same number, `null` says nothing. */
const sayings = (outcomes: readonly Outcome[], part: AffectedPart): readonly (number | null)[] => {
  const different: unknown[] = [];
  return outcomes.map((outcome) => {
    if (!isShown(outcome, part)) return null;
    const said = partOf(outcome, part);
    const known = different.findIndex((other) => isSamePart(part, other, said));
    return known < 0 ? different.push(said) - 1 : known;
  });
};

/** A fact affects a part when two worlds that differ in it alone differ in the part. */
const isAffected = (others: readonly string[], said: readonly (number | null)[]): boolean => {
  const byOthers = new Map<string, number>();
  return others.some((other, index) => {
    const saying = said[index] ?? null;
    if (saying === null) return false;
    const known = byOthers.get(other) ?? saying;
    byOthers.set(other, known);
    return known !== saying;
  });
};

const compareWorlds = (worlds: readonly World[], outcomes: readonly Outcome[], found: Found): void => {
  const facts = [...new Set(worlds.flatMap(({ choices }) => [...choices.keys()]))];
  const parts = affectedParts
    .map((part) => ({ part, said: sayings(outcomes, part) }))
    .filter(({ said }) => new Set(said.filter((saying) => saying !== null)).size > 1);
  for (const fact of parts.length === 0 ? [] : facts) {
    const rest = facts.filter((other) => other !== fact);
    const others = worlds.map(({ choices }) => rest.map((other) => choices.get(other) ?? '').join('\n'));
    const affects = parts.filter(({ said }) => isAffected(others, said)).map(({ part }) => part);
    add(found, fact, { affects, presumed: null });
  }
};

/** The amounts that a line of the refund is made of, as the facts and the rules that may apply tell them. */
const amountsBehind = (kind: RefundLineKind, { scene, situation }: World): readonly (Money | undefined)[] => {
  const { order, item, returnShipping } = scene.facts;
  const terms = situation.possible;
  const fees = terms.flatMap(({ refund }) => refund?.fees ?? []).filter((fee) => fee.kind === kind);
  const ofFees = fees.flatMap(({ amount, cap }) => [amount, cap]);
  if (kind === 'tax') return [order.taxPaid];
  if (kind === 'import-duty') return [order.dutiesPaid];
  if (kind === 'outbound-shipping') return [order.shipping?.paid];
  if (kind === 'return-shipping') return [...ofFees, returnShipping?.cost, ...terms.map(({ pays }) => pays?.return?.cap)];
  return kind === 'diminished-value' || kind === 'use' ? [...ofFees, item.condition?.valueLoss] : ofFees;
};

/** Whether an unknown line hangs on an amount in a currency nobody gave a rate for. */
const isRateAsked = (unknown: ReadonlySet<RefundLineKind>, world: World): boolean => {
  const { item, rates } = world.scene.facts;
  if (item.price.currency === noCurrency) return false;
  return [...unknown].some((kind) =>
    amountsBehind(kind, world).some((amount) => amount !== undefined && inCurrency(amount, item.price.currency, rates) === null),
  );
};

/** Whether only the cheapest delivery comes back of a whole return, and nobody told what it would have cost. */
const isCheapestAsked = ({ scene, situation }: World): boolean => {
  const { shipping, deliveryMode } = scene.facts.order;
  const isUntold = shipping !== undefined && shipping.cheapestStandard === undefined && deliveryMode !== 'standard';
  return isUntold && isWholeReturn(scene) && situation.possible.some(({ refund }) => refund?.outbound === 'cheapest');
};

/** Figures of the refund that stay open. */
const listUnknownLines = (unknown: ReadonlySet<RefundLineKind>, world: World, ask: (fact: string) => void): void => {
  const { order, item, returnShipping } = world.scene.facts;
  const isLossUnknown = unknown.has('diminished-value') || unknown.has('use');
  if (unknown.has('item') && item.price.currency === noCurrency) ask('item.price');
  if (unknown.has('outbound-shipping') && order.shipping === undefined) ask('order.shipping');
  if (unknown.has('outbound-shipping') && isCheapestAsked(world)) ask('order.shipping.cheapestStandard');
  if (unknown.has('import-duty') && order.incoterm === undefined) ask('order.incoterm');
  if (isLossUnknown && item.condition?.valueLoss === undefined) ask('item.condition.valueLoss');
  if (unknown.has('return-shipping') && returnShipping?.cost === undefined) ask('returnShipping.cost');
  if (isRateAsked(unknown, world)) ask('rates');
};

/** Events nobody told of are presumed not to have happened. */
const presumptionOf = (fact: string): string | null => (fact.startsWith('events.') ? 'not-happened' : null);

/** Who may have to pay the way back until somebody promises it to the buyer. */
const open: ReadonlySet<Payer> = new Set<Payer>(['buyer', 'shared', 'unknown']);

/** Promises that would take the way back off the buyer. */
const listPayerPromises = ({ agreed, item }: CaseFacts, found: Found): void => {
  const affects = ['pays'] as const;
  if (agreed?.returnPayer === undefined) add(found, 'agreed.returnPayer', { affects, presumed: 'none' });
  if (item.hasFreeReturns === undefined) add(found, 'item.hasFreeReturns', { affects, presumed: 'false' });
  if (item.listedReturnPayer === undefined) add(found, 'item.listedReturnPayer', { affects, presumed: 'none' });
};

/** Facts whose absence leaves a figure open in every world. */
const listOpen = (outcomes: readonly Outcome[], world: World, found: Found): void => {
  const { facts } = world.scene;
  const ask = (fact: string, affects: readonly AffectedPart[]): void =>
    add(found, fact, { affects, presumed: presumptionOf(fact) });
  for (const { verdict, rights, reasons, deadlines, refund, remedies, pays, openFacts } of outcomes) {
    for (const { code, path, right } of reasons) {
      const isSettled = (): boolean =>
        verdict === 'eligible' || rights.some(({ id, verdict: ofRight }) => id === right && ofRight === 'eligible');
      if (path !== null) ask(path, isSettled() ? ['window'] : ['verdict', 'window']);
      if (code === 'condition-unknown:proof-of-purchase' && verdict !== 'eligible') ask('order.placedAt', ['verdict']);
    }
    for (const { startsWhen } of deadlines) if (startsWhen !== null) ask(startsWhen, ['deadlines']);
    for (const fact of openFacts) ask(fact, ['deadlines']);
    if (refund.unknownLines.length > 0) {
      listUnknownLines(new Set(refund.unknownLines), world, (fact) => {
        ask(fact, ['refund']);
      });
    }
    if (open.has(pays.return) && rights.length > 0) listPayerPromises(facts, found);
    if (facts.remediesTried === undefined && remedies.some(({ isOpen }) => !isOpen))
      add(found, 'remediesTried', { affects: ['refund'], presumed: 'none' });
  }
  const isPartOpen = facts.order.isWhole === undefined && facts.item.quantityOrdered === undefined;
  const isWholeAsked = (): boolean => outcomes.some(({ refund }) => refund.lines.some(({ kind }) => isPerContract(kind)));
  if (isPartOpen && isWholeAsked()) add(found, 'order.isWhole', { affects: ['refund'], presumed: 'true' });
};

/** The facts that would change the answer, in the order of their names, so that a tool knows what to ask. */
export const findMissing = ({ worlds, untried }: Worlds, outcomes: readonly Outcome[]): readonly MissingFact[] => {
  const found: Found = [];
  // Nobody tried what they would change, so that each may change everything.
  for (const fact of untried) add(found, fact, { affects: affectedParts, presumed: null });
  if (worlds.length > 1) compareWorlds(worlds, outcomes, found);
  for (const world of worlds) listPresumed(world, found);
  const [first] = worlds;
  if (first !== undefined) listOpen(outcomes, first, found);
  return inOrder(found);
};
