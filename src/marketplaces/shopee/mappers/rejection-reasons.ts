import type { EvidenceRequirement, RejectionReason } from '../../../core/inputs.js';
import type { WireDisputeReason } from '../wire/returns.js';
import { toCount, toText } from './values.js';

/** Shopee's own limit for each evidence module. */
export const maxImagesPerModule = 3;

/** What the ids mean (guide 31), for the answers that come without a text. The list of the case decides which are open. */
const meanings: Readonly<Record<string, string>> = {
  '1': 'The buyer did receive the goods',
  '2': 'Reject the return request',
  '3': 'Agreed, but the returned item did not arrive',
  '4': 'The return did not arrive',
  '5': 'The item is damaged or defective',
  '6': 'Parts are missing or do not match',
  '7': 'Outside the appreciation period',
  '8': 'Other',
  '9': 'Shipped, with proof',
  '10': 'The right item was sent',
  '11': 'The item worked when it was shipped',
  '12': 'Agreed, but the item did not arrive',
  '13': 'Agreed, but a wrong or damaged item came back',
  '41': 'Shipped, with proof',
  '42': 'The right item was sent',
  '43': 'In good condition when shipped',
  '44': 'Cannot agree with the buyer',
  '45': 'Outside the appreciation period',
  '46': 'The returned product did not arrive',
  '47': 'The return came back with physical damage',
  '48': 'The return is incomplete',
  '49': 'A wrong item came back',
  '50': "The return arrived, the buyer's claim is not right",
  '51': 'Cannot agree with the seller',
  '53': "The buyer's claim is not right",
  '54': "The buyer's refund amount is not right",
  '55': "The buyer's claim is right, but there are other concerns",
  '56': 'The returned item was used',
  '81': 'The returned product did not arrive',
  '82': 'The return came back with physical damage',
  '83': 'The return is incomplete',
  '84': 'A wrong item came back',
  '85': 'Outside the appreciation period',
  '86': "The return arrived, the buyer's claim is not right",
  '87': "Outside the buyer's statutory right of withdrawal",
  '88': 'The buyer did not answer about the pickup arranged by the seller',
  '89': 'The returned item was used',
};

const toRequirements = (modules: WireDisputeReason['evidence_module_list']): readonly EvidenceRequirement[] =>
  (modules ?? []).flatMap(({ module_index: index, requirement, is_required: isRequired }) => {
    const number = toCount(index);
    return number === undefined || number === 0
      ? []
      : // The words are sent back exactly, spaces at the ends included.
        [{ id: String(number), text: requirement ?? '', isRequired: isRequired === true, maxFiles: maxImagesPerModule }];
  });

/**
 * Shopee sends some reasons (81, measured on live shops) with a required module numbered 0, and then refuses every dispute that gives
 * them because "mandatory module index is missing".
 */
const hasBrokenModule = ({ evidence_module_list: modules }: WireDisputeReason): boolean =>
  (modules ?? []).some(({ module_index: index, is_required: isRequired }) => isRequired === true && (toCount(index) ?? 0) === 0);

export const toRejectionReason = (wire: WireDisputeReason): RejectionReason => {
  const id = String(wire.dispute_reason);
  const text = toText(wire.dispute_reason_text) ?? (Object.hasOwn(meanings, id) ? meanings[id] : undefined);
  return {
    id,
    ...(text === undefined ? {} : { text }),
    requirements: toRequirements(wire.evidence_module_list),
    ...(hasBrokenModule(wire)
      ? { notPossible: 'Shopee demands evidence for it that the API cannot name; raise this dispute in Seller Centre' }
      : {}),
  };
};
