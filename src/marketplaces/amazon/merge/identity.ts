import type { CivilDate } from '../../../core/time.js';
import type { MoneyType } from './facts.js';

/**
 * Ids are made of what the first source said: order, item and day. The first segments name the group, so that the id alone tells where
 * to look. What is not a letter or a digit of the sources is escaped: a stock-keeping unit may hold anything.
 */
const segment = (text: string): string => (text === '' ? '-' : encodeURIComponent(text));

export interface ItemNames {
  readonly sku?: string | undefined;
  readonly orderItemId?: string | undefined;
  readonly asin?: string | undefined;
}

const itemOf = ({ sku, asin, orderItemId }: ItemNames): string => segment(sku ?? asin ?? orderItemId ?? '');

export const orderGroupOf = (orderId: string): string => segment(orderId);

export const safeTGroupOf = (claimId: string): string => `safe-t/${segment(claimId)}`;

export const externalGroupOf = (returnId: string): string => `external/${segment(returnId)}`;

const apart = /^(?:safe-t|external)\/[^/]+/;

/** The group that a native id belongs to, whether or not there is such a case. */
export const groupOf = (nativeId: string): string => apart.exec(nativeId)?.[0] ?? nativeId.split('/', 1)[0] ?? nativeId;

/** A return, by the day it was asked for; of a warehouse's row, the day it arrived. */
export const returnIdOf = (orderId: string, names: ItemNames, date: CivilDate): string =>
  `${segment(orderId)}/${itemOf(names)}/${date}`;

export interface MoneyNames extends ItemNames {
  readonly orderId: string;
  readonly type: MoneyType;
  readonly postedOn: CivilDate;
}

export const moneyIdOf = (names: MoneyNames): string => `${returnIdOf(names.orderId, names, names.postedOn)}/${names.type}`;
