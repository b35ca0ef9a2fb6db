import type { FaultBoard } from '../faults/fault-board.js';
import type { FaultKind } from '../faults/fault-rule.js';
import { post } from '../post.js';
import type { Announcement } from './lifecycle/change.js';
import { pushSignatureOf } from './signature.js';

/** Return updates (https://open.shopee.com/push-mechanism/32: the page's number is not the push's code). */
export const returnPushCode = 29;

const answerTimeInMs = 3000;

const duplicateKinds: ReadonlySet<FaultKind> = new Set(['duplicate-push']);
const lostKinds: ReadonlySet<FaultKind> = new Set(['lost-push']);
const target = { marketplace: 'shopee', operation: 'push', path: '' } as const;

export interface PushChannel {
  readonly faults: FaultBoard;
  readonly pushKey: string;
}

/** Posts a body as Shopee does and resolves with the HTTP status; 0 without an answer in time. */
export const sendPush = (pushKey: string, url: string, body: string): Promise<number> =>
  post({
    url,
    body,
    headers: { 'content-type': 'application/json', authorization: pushSignatureOf(pushKey, url, body) },
    timeoutInMs: answerTimeInMs,
  });

export const isTaken = (status: number): boolean => status >= 200 && status < 300;

export const toPushBody = ({ record, values, at }: Announcement): string =>
  JSON.stringify({
    code: returnPushCode,
    shop_id: record.shop.shopId,
    timestamp: at,
    data: { order_sn: record.orderSn, return_sn: record.returnSn, updated_values: values },
  });

/** How many copies leave: none where a fault swallows the push, several where one doubles it. */
const copiesOf = (faults: FaultBoard): number => {
  const duplicate = faults.take(target, duplicateKinds);
  if (faults.take(target, lostKinds) !== undefined) return 0;
  return duplicate === undefined ? 1 : (duplicate.copies ?? 2);
};

/** Sends one push with the faults in force. Resolves with the HTTP status of each copy. */
export const deliverPush = async ({ faults, pushKey }: PushChannel, url: string, body: string): Promise<readonly number[]> => {
  const copies = copiesOf(faults);
  const statuses: number[] = [];
  while (statuses.length < copies) statuses.push(await sendPush(pushKey, url, body));
  return statuses;
};
