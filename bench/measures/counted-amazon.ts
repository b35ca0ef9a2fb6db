import { countLostRefund, countPeerLostRefund } from '../counts/amazon-lost-answer.js';
import { countQuota, type QuotaCount } from '../counts/amazon-throttled.js';
import { beside, countOf, type Finding } from '../finding.js';
import { tell } from '../progress.js';

const peer = 'amazon-sp-api';
const quota = 'Counted: 200 calls of Amazon at once, ten a second allowed after the first twenty';
const calls = 200;
/** How many calls are refused although the quota has room for them. */
const strayRefusals = 5;

const inWords = ({ sends, refused, failures, seconds }: QuotaCount): string =>
  `${String(sends)} sends, ${String(refused)} refused, ${String(failures)} failures, ${seconds.toFixed(0)} s`;

const countQuotas = async (): Promise<readonly Finding[]> => {
  tell(`counting ${String(calls)} calls under Amazon's quota`);
  const ours = await countQuota({ client: 'ours', calls, faults: 0 });
  const refused = await countQuota({ client: 'ours', calls, faults: strayRefusals });
  const theirs = await countQuota({ client: 'peer', calls, faults: 0 });
  return [
    // What the quota allows is what the peer ends with: it asks again and again until all its calls are through.
    countOf({
      group: quota,
      what: 'the quota as published',
      goal: `200 sends, 0 refused, 0 failures, ${theirs.seconds.toFixed(0)} s`,
      counted: inWords(ours),
    }),
    beside(quota, `the same, ${String(strayRefusals)} calls refused that the quota had room for`, inWords(refused)),
    beside(quota, `${peer}, the quota as published`, inWords(theirs)),
  ];
};

const lost = 'Counted: the answer to a refund of Amazon is lost';

const countLost = async (): Promise<readonly Finding[]> => {
  const [ours, theirs] = [await countLostRefund(), await countPeerLostRefund()];
  return [
    countOf({
      group: lost,
      what: 'refund (createFeed takes effect, the connection breaks), then settle',
      goal: '1 send, uncertain, applied, 1 refund',
      counted: `${String(ours.sends)} send, ${ours.receipt}, ${ours.settled}, ${String(ours.refunds)} refund`,
    }),
    beside(lost, `${peer}, createFeed`, `${String(theirs.sends)} sends, “${theirs.ending}”, ${String(theirs.refunds)} refunds`),
  ];
};

export const measureAmazonCounts = async (): Promise<readonly Finding[]> => [...(await countQuotas()), ...(await countLost())];
