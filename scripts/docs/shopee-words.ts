import { authorizationHosts, productionHosts, shopeeHostNames, shopeeHosts } from '../../src/marketplaces/shopee/hosts.js';
import { capabilitiesTable, type Effects } from './capability-table.js';
import { code, table } from './markdown.js';
import { adapterBefore, caseOf } from './shopee-answers.js';

const effects: Effects = {
  list: '`get_return_list`, in windows of 15 days',
  get: '`get_return_detail`, then `get_available_solutions` or `get_escrow_detail` where they tell something',
  accept: '`confirm`: refunds in full at once, the buyer keeps the goods. Moves money and cannot be undone',
  offer: '`offer`: proposes a return with refund, or a refund without goods. Binding once the buyer takes it',
  acceptOffer: "`accept_offer`: takes the buyer's proposal. Moves money and cannot be undone",
  rejectionReasons: '`get_return_dispute_reason`',
  reject: "`dispute`, after `convert_image` for each picture: Shopee judges. Sends the operator's e-mail to Shopee",
  withdrawRejection: '`cancel_dispute`: only a dispute about compensation that is not decided yet',
  refund: '',
  submitEvidence: '`upload_proof`: only while Shopee asks for evidence. Pictures and text, no video',
  message: '',
  track: '`get_reverse_tracking_info`, else `get_tracking_info` of the parcel to the buyer',
  settle: '`get_return_detail`, for evidence also `query_proof`. Reads only',
};

export const capabilityTable = (): string => capabilitiesTable(adapterBefore({}), effects);

export const filterTable = (): string =>
  table(
    ['`listStrategy`', 'Filters that Shopee applies itself'],
    (['windows', 'unfiltered'] as const).map((strategy) => {
      const { nativeFilters } = adapterBefore({}, strategy);
      return [
        code(strategy),
        nativeFilters.length === 0 ? 'none: all are applied after reading' : nativeFilters.map(code).join(', '),
      ];
    }),
  );

export const hostTable = (): string =>
  table(
    ['`host`', 'API', 'Authorization page', 'In case ids'],
    shopeeHostNames.map((name) => {
      const isLive = productionHosts.includes(new URL(shopeeHosts[name]).host);
      return [code(name), code(shopeeHosts[name]), code(authorizationHosts[name]), code(isLive ? 'live' : 'sandbox')];
    }),
  );

/** Both official lists of words (guides 227 and 31), and what live shops were seen to send beside them. */
const reasonWords = [
  'NOT_RECEIPT NONRECEIPT LONG_DELIVERY_TIME WRONG_ITEM SELLER_SENT_WRONG_ITEM ITEM_WRONGDAMAGED ITEM_MISSING SUSPICIOUS_PARCEL',
  'ITEM_DAMAGED PHYSICAL_DMG BROKEN_PRODUCTS SPILLED_CONTENTS DAMAGED_PACKAGE OUTER_DAMAGED_PACKAGE SCRATCHED SLIGHT_SCRATCH_DENTS',
  'DAMAGED_OTHERS SPOILED_ROTTEN FUNCTIONAL_DMG DIFF_DESC DIFFERENT_DESCRIPTION SIZE_DEVIATION LOOK_DEVIATION USED EXPIRED_PRODUCT',
  'DATE_DEVIATION ITEM_FAKE CHANGE_MIND CHANGE_OF_MIND NO_REASON ITEM_NOT_FIT EXPECTATION_FAILED WRONG_ORDER_INFO WRONG_ADDRESS',
  'MUTUAL_AGREE MUITAL_AGREE OTHER NONE',
].flatMap((line) => line.split(' '));

export const reasonTable = async (): Promise<string> => {
  const wordsByReason = new Map<string, string[]>();
  for (const word of reasonWords) {
    const { reason } = await caseOf({ reason: word });
    wordsByReason.set(reason.unified, [...(wordsByReason.get(reason.unified) ?? []), word]);
  }
  return table(
    ['`reason.unified`', "Shopee's words"],
    [...wordsByReason].map(([unified, words]) => [code(unified), words.map(code).join(', ')]),
  );
};
