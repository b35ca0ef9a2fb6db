import { sharedRefreshResult } from '../contract.js';
import {
  callsAtOnce,
  countKnownExpiry,
  countRefusedToken,
  countSharedStore,
  type RefreshCount,
} from '../counts/expired-token.js';
import { countLostAnswer } from '../counts/lost-answer.js';
import { countPeerLostAnswer, countPeerRefreshes, countPeerThrottled } from '../counts/peer.js';
import { countThrottled } from '../counts/throttled.js';
import { beside, countOf, type Finding } from '../finding.js';
import { runSource } from '../program.js';
import { tell } from '../progress.js';
import { measureAmazonCounts } from './counted-amazon.js';

const peer = '@congminh1254/shopee-sdk';

const tokens = 'Counted: tokens that have run out';

const inWords = ({ refreshes, failures }: RefreshCount): string =>
  `${String(refreshes)} ${refreshes === 1 ? 'refresh' : 'refreshes'}, ${String(failures)} failures`;

const countTokens = async (): Promise<readonly Finding[]> => {
  const goal = '1 refresh, 0 failures';
  const count = (what: string, counted: RefreshCount): Finding =>
    countOf({ group: tokens, what, goal, counted: inWords(counted) });
  const calls = `${String(callsAtOnce)} calls at once`;
  const startReader = (input: object) => runSource({ name: 'shared-refresh', input, schema: sharedRefreshResult });
  return [
    count(`${calls}, the client knows that the token has run out`, await countKnownExpiry()),
    count(`${calls}, the marketplace refuses the token`, await countRefusedToken()),
    count(`two processes with one file store, ${calls} in each`, await countSharedStore(startReader)),
    beside(tokens, `${peer}, ${calls}`, inWords(await countPeerRefreshes())),
  ];
};

const lost = 'Counted: the answer to a refund is lost';

const countLost = async (): Promise<readonly Finding[]> => {
  const { sends, receipt, settled, refunds } = await countLostAnswer();
  const theirs = await countPeerLostAnswer();
  return [
    countOf({
      group: lost,
      what: 'accept a case (confirm takes effect, the connection breaks), then settle',
      goal: '1 send, uncertain, applied, 1 refund',
      counted: `${String(sends)} send, ${receipt}, ${settled ?? 'not settled'}, ${String(refunds)} refund`,
    }),
    beside(lost, `${peer}, confirm`, `${String(theirs.sends)} send, “${theirs.ending}”, no way to settle`),
  ];
};

const throttled = 'Counted: a marketplace that refuses for speed';
/** The default quota of an operation. */
const defaultBurst = 50;

const countThrottling = async (): Promise<readonly Finding[]> => {
  const [one, many] = [await countThrottled(1), await countThrottled(callsAtOnce)];
  const isWithin = many.mostInOneSecond <= defaultBurst;
  return [
    countOf({
      group: throttled,
      what: '1 call, refused for ever',
      goal: '4 sends, then RateLimitError',
      counted: `${String(one.sends)} sends, then ${one.told === 1 ? 'RateLimitError' : 'something else'}`,
    }),
    countOf({
      group: throttled,
      what: `${String(callsAtOnce)} calls at once, refused for ever`,
      goal: `80 sends, ${String(callsAtOnce)} RateLimitErrors, never above the quota`,
      counted: `${String(many.sends)} sends, ${String(many.told)} RateLimitErrors, ${isWithin ? 'never ' : ''}above the quota`,
    }),
    beside(throttled, `${peer}, 1 call`, `${String(await countPeerThrottled())} send`),
  ];
};

/** Facts, the same on every machine. */
export const measureCounts = async (): Promise<readonly Finding[]> => {
  tell('counting refreshes, sends and refusals');
  return [...(await countTokens()), ...(await countLost()), ...(await countThrottling()), ...(await measureAmazonCounts())];
};
