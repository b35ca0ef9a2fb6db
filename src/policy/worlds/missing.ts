import { noCurrency } from '../../core/money.js';
import { affectedParts, type AffectedPart, type MissingFact, type RefundLineKind } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { inCurrency } from '../rules/amounts.js';
import type { Outcome } from '../outcome.js';
import type { Money } from '../vocabulary.js';
import { add, inOrder, type Found } from './asked-facts.js';
import { listPresumed } from './presumed-facts.js';
import type { World } from './worlds.js';

/** Remedies count with the refund: both are what the buyer gets. */
const partOf = (outcome: Outcome, part: AffectedPart): unknown =>
  part === 'refund' ? [outcome.refund, outcome.remedies] : outcome[part];

/** Of a deadline it matters when it is; of a window when it ends. */
const essence = (part: AffectedPart, value: unknown): string => {
  const skipped = new Set(part === 'deadlines' || part === 'window' ? ['because', 'certainty'] : ['because']);
  return JSON.stringify(value, (key, entry: unknown) => (skipped.has(key) ? undefined : entry));
};

/** What a world says about a part; `null` for terms of a world in which nothing is owed, as there is nothing to compare. */
const shownIn = (outcome: Outcome, part: AffectedPart): string | null => {
  const isAlwaysThere = part === 'verdict' || part === 'window';
  return isAlwaysThere || outcome.verdict !== 'ineligible' ? essence(part, partOf(outcome, part)) : null;
};

/** The worlds with what each shows of each part, written once. */
interface Compared {
  readonly worlds: readonly World[];
  readonly shown: Readonly<Record<AffectedPart, readonly (string | null)[]>>;
}

/** A fact affects a part when two worlds that differ in it alone differ in the part. */
const isAffected = (others: readonly string[], shown: readonly (string | null)[]): boolean => {
  const byOthers = new Map<string, string>();
  return others.some((other, index) => {
    const text = shown[index] ?? null;
    if (text === null) return false;
    const known = byOthers.get(other) ?? text;
    byOthers.set(other, known);
    return known !== text;
  });
};

const othersThan = (fact: string, { choices }: World): string =>
  JSON.stringify([...choices].filter(([name]) => name !== fact).sort());

const compareWorlds = ({ worlds, shown }: Compared, found: Found): void => {
  const facts = new Set(worlds.flatMap(({ choices }) => [...choices.keys()]));
  const parts = affectedParts.filter((part) => new Set(shown[part].filter((text) => text !== null)).size > 1);
  for (const fact of parts.length === 0 ? [] : facts) {
    const others = worlds.map((world) => othersThan(fact, world));
    add(found, fact, { affects: parts.filter((part) => isAffected(others, shown[part])), presumed: null });
  }
};

const showAll = (outcomes: readonly Outcome[]): Compared['shown'] => {
  const show = (part: AffectedPart): readonly (string | null)[] => outcomes.map((outcome) => shownIn(outcome, part));
  return {
    verdict: show('verdict'),
    window: show('window'),
    pays: show('pays'),
    refund: show('refund'),
    deadlines: show('deadlines'),
  };
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

/** Figures of the refund that stay open. */
const listUnknownLines = (unknown: ReadonlySet<RefundLineKind>, world: World, ask: (fact: string) => void): void => {
  const { order, item, returnShipping } = world.scene.facts;
  const isLossUnknown = unknown.has('diminished-value') || unknown.has('use');
  if (unknown.has('item') && item.price.currency === noCurrency) ask('item.price');
  if (unknown.has('outbound-shipping') && order.shipping === undefined) ask('order.shipping');
  if (unknown.has('import-duty') && order.incoterm === undefined) ask('order.incoterm');
  if (isLossUnknown && item.condition?.valueLoss === undefined) ask('item.condition.valueLoss');
  if (unknown.has('return-shipping') && returnShipping?.cost === undefined) ask('returnShipping.cost');
  if (isRateAsked(unknown, world)) ask('rates');
};

/** Events nobody told of are presumed not to have happened. */
const presumptionOf = (fact: string): string | null => (fact.startsWith('events.') ? 'not-happened' : null);

/** What was paid for the contract as a whole. */
const perContract: ReadonlySet<RefundLineKind> = new Set(['outbound-shipping', 'tax', 'import-duty'] as const);

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
  for (const { rights, reasons, deadlines, refund, pays } of outcomes) {
    for (const { code, path, right } of reasons) {
      const isAccepted = (): boolean => rights.some(({ id, verdict }) => id === right && verdict === 'eligible');
      if (path !== null) ask(path, isAccepted() ? ['window'] : ['verdict', 'window']);
      if (code === 'condition-unknown:proof-of-purchase') ask('order.placedAt', ['verdict']);
    }
    for (const { startsWhen } of deadlines) if (startsWhen !== null) ask(startsWhen, ['deadlines']);
    if (refund.unknownLines.length > 0) {
      listUnknownLines(new Set(refund.unknownLines), world, (fact) => {
        ask(fact, ['refund']);
      });
    }
    if (pays.return === 'buyer' || pays.return === 'shared') listPayerPromises(facts, found);
  }
  const isPartOpen = facts.order.isWhole === undefined && facts.item.quantityOrdered === undefined;
  const isWholeAsked = (): boolean => outcomes.some(({ refund }) => refund.lines.some(({ kind }) => perContract.has(kind)));
  if (isPartOpen && isWholeAsked()) add(found, 'order.isWhole', { affects: ['refund'], presumed: 'true' });
};

/** The facts that would change the answer, in the order of their names, so that a tool knows what to ask. */
export const findMissing = (worlds: readonly World[], outcomes: readonly Outcome[]): readonly MissingFact[] => {
  const found: Found = [];
  if (worlds.length > 1) compareWorlds({ worlds, shown: showAll(outcomes) }, found);
  for (const world of worlds) listPresumed(world, found);
  const [first] = worlds;
  if (first !== undefined) listOpen(outcomes, first, found);
  return inOrder(found);
};
