import { createShopeeAdapter } from '../../src/marketplaces/shopee/index.js';
import type { ShopeeAdapter } from '../../src/marketplaces/shopee/adapter.js';
import { authorizationHosts, productionHosts, shopeeHostNames, shopeeHosts } from '../../src/marketplaces/shopee/hosts.js';
import { toReason } from '../../src/marketplaces/shopee/mappers/reason.js';
import { wireReturn } from '../../src/marketplaces/shopee/wire/returns.js';
import { capabilitiesOf } from '../../src/core/capabilities.js';
import { operationNames, type OperationName } from '../../src/core/operations.js';
import { toInstant } from '../../src/core/time.js';
import { code, table } from './markdown.js';

/** What a call does on Shopee, consequences first. Typed by the contract, so that a new operation must be described. */
const effects: Readonly<Record<OperationName, string>> = {
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

const sampleAdapter = (listStrategy: 'windows' | 'unfiltered'): ShopeeAdapter =>
  createShopeeAdapter({
    partnerId: 1,
    partnerKey: 'none',
    shopId: 1,
    listStrategy,
    tokens: { accessToken: 'none', refreshToken: 'none', expiresAt: toInstant(0) },
  });

export const capabilityTable = (): string => {
  const capabilities = capabilitiesOf(sampleAdapter('windows'));
  return table(
    ['Operation', '', 'What it does, or why not'],
    operationNames.map((name) => {
      const capability = capabilities[name];
      if (capability.supported) return [code(name), 'yes', effects[name]];
      return [code(name), 'no', `${capability.reason} ([page](${capability.documentation}))`];
    }),
  );
};

export const filterTable = (): string =>
  table(
    ['`listStrategy`', 'Filters that Shopee applies itself'],
    (['windows', 'unfiltered'] as const).map((strategy) => {
      const { nativeFilters } = sampleAdapter(strategy);
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

export const reasonTable = (): string => {
  const wordsByReason = new Map<string, string[]>();
  for (const reason of reasonWords) {
    const wire = wireReturn.parse({ return_sn: 'R1', order_sn: 'O1', create_time: 1, reason });
    const { unified } = toReason(wire, 0);
    wordsByReason.set(unified, [...(wordsByReason.get(unified) ?? []), reason]);
  }
  return table(
    ['`reason.unified`', "Shopee's words"],
    [...wordsByReason].map(([unified, words]) => [code(unified), words.map(code).join(', ')]),
  );
};
