import { changedAt, firstSeenAt, type KeptObservation } from '../../../core/observation.js';
import type { Instant } from '../../../core/time.js';
import { setsByKeys } from './disjoint-sets.js';
import { fact as factSchema, type Fact, type MoneyFact, type ReturnFact, type SellerReturnFact } from './facts.js';
import type { JoinedCase } from './joined-case.js';
import { linkingKeysOf } from './linking-keys.js';
import { eachAdjustmentOnce, onlyReturnOf, twinsOf } from './money-matching.js';

/** An observation whose content this version understands. */
interface Read<Body extends Fact = Fact> {
  readonly observation: KeptObservation;
  readonly body: Body;
}

const textOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const readAll = (observations: readonly KeptObservation[]): readonly Read[] =>
  [...observations]
    .sort((left, right) => textOrder(left.key, right.key))
    .flatMap((observation) => {
      const { data: body } = factSchema.safeParse(observation.body);
      return body === undefined ? [] : [{ observation, body }];
    });

const isReturn = (read: Read): read is Read<ReturnFact> =>
  read.body.kind === 'seller-return' || read.body.kind === 'external-return' || read.body.kind === 'fba-return';
const isMoney = (read: Read): read is Read<MoneyFact> => read.body.kind === 'money';

/** A row gets its return number later, and its key with it: the row without one is then no longer told by the report. */
const isOutdated = (row: Read<ReturnFact>, others: readonly Read<ReturnFact>[]): boolean => {
  const { body, observation } = row;
  if (body.kind !== 'seller-return' || body.rmaId !== undefined) return false;
  return others.some(
    ({ body: other, observation: { nativeId, readAt } }) =>
      other.kind === 'seller-return' &&
      other.source === body.source &&
      other.rmaId !== undefined &&
      nativeId === observation.nativeId &&
      readAt > observation.readAt,
  );
};

const rank: Readonly<Record<string, number>> = { 'seller-returns': 0, 'prime-returns': 1, 'seller-returns-xml': 2 };

const bySource = (left: SellerReturnFact, right: SellerReturnFact): number =>
  (rank[left.source] ?? 9) - (rank[right.source] ?? 9);

/** What was first seen in one pass was seen together: a case is then named by its request and not by its money. */
const earlier = (left: Read, right: Read): number =>
  textOrder(firstSeenAt(left.observation), firstSeenAt(right.observation)) ||
  Number(isMoney(left)) - Number(isMoney(right)) ||
  textOrder(left.observation.key, right.observation.key);

const latest = (times: readonly (Instant | undefined)[]): Instant | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort(textOrder)
    .at(-1);

const toJoined = (
  returns: readonly Read<ReturnFact>[],
  money: readonly Read<MoneyFact>[],
  order: Read | undefined,
): JoinedCase => {
  const current = returns.filter((row) => !isOutdated(row, returns));
  const bodies = current.map(({ body }) => body);
  const observations = [...returns, ...money].sort(earlier).map(({ observation }) => observation);
  const nativeId = observations[0]?.nativeId ?? '';
  return {
    nativeId,
    aliases: [...new Set(observations.map((observation) => observation.nativeId))]
      .filter((alias) => alias !== nativeId)
      .sort(textOrder),
    sellerReturns: bodies.filter((body) => body.kind === 'seller-return').sort(bySource),
    externalReturns: bodies.filter((body) => body.kind === 'external-return'),
    fbaReturns: bodies.filter((body) => body.kind === 'fba-return'),
    money: eachAdjustmentOnce(money.map(({ body }) => body)),
    order: order?.body.kind === 'order' ? order.body : undefined,
    changedAt: latest([...current, ...money].map(({ observation }) => changedAt(observation))),
    observations: [...observations, ...(order === undefined ? [] : [order.observation])],
  };
};

/** Money of one type for the same goods is one case; a debit and its reversal belong together. */
const moneyKeyOf = ({ type, sku, orderItemId, asin, safeTClaimId }: MoneyFact): string =>
  `${type} ${safeTClaimId ?? sku ?? orderItemId ?? asin ?? ''}`;

/**
 * The cases of one group: a pure function of its observations, whatever their order. Returns are joined by what names them; money goes
 * to the one return that it can be of, or is a case of its own.
 */
export const joinGroup = (observations: readonly KeptObservation[], zone: string): readonly JoinedCase[] => {
  const read = readAll(observations);
  const [returns, money] = [read.filter(isReturn), read.filter(isMoney)];
  const order = read.find(({ body }) => body.kind === 'order');
  const keys = returns.map(({ body, observation }) => linkingKeysOf(body, { nativeId: observation.nativeId, zone }));
  const sets = setsByKeys(keys).map((set) => set.flatMap((index) => returns[index] ?? []));
  const facts = sets.map((set) => set.map(({ body }) => body));
  // What both Finances APIs tell goes where the older one's words put it, even if the newer one names the goods otherwise or not at all.
  const twins = twinsOf(money.map(({ body }) => body));
  const named = money.map(({ body }) => twins.get(body) ?? body);
  const owners = named.map((body) => onlyReturnOf(body, facts));
  const joined = sets.map((set, index) =>
    toJoined(
      set,
      money.filter((_, at) => owners[at] === index),
      order,
    ),
  );
  const alone = money.filter((_, at) => owners[at] === undefined);
  const apart = setsByKeys(alone.map(({ body }) => [moneyKeyOf(twins.get(body) ?? body)]));
  return [
    ...joined,
    ...apart.map((set) =>
      toJoined(
        [],
        set.flatMap((index) => alone[index] ?? []),
        order,
      ),
    ),
  ];
};
