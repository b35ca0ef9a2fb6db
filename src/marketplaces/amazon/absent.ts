import type { Absence } from '../../core/adapter.js';

const returnRequests = 'https://sellercentral.amazon.com/help/hub/reference/external/200708210';
const claims = 'https://sellercentral.amazon.com/help/hub/reference/external/G202041210';
/** Amazon's answer to a developer who asked for it: there is no such call, a refund goes by the adjustment feed. */
const staffAnswer = 'https://github.com/amzn/selling-partner-api-models/issues/4185';

/** What the Selling Partner API cannot do, none of its 370 operations, and the page that shows it. */
export const absent = {
  accept: {
    reason:
      'SP-API has no call that approves a return: Amazon approves by itself or the seller does in Seller Central. Use refund to pay back',
    documentation: staffAnswer,
  },
  offer: {
    reason: 'SP-API knows no proposals between seller and buyer: the resolution of a return is chosen in Seller Central',
    documentation: returnRequests,
  },
  acceptOffer: {
    reason: 'SP-API knows no proposals between seller and buyer, so there is none to take',
    documentation: returnRequests,
  },
  rejectionReasons: {
    reason: 'SP-API has no call that rejects a return or contests a claim, and so no reasons for it',
    documentation: claims,
  },
  reject: {
    reason:
      'SP-API has no call that rejects a return or closes one, nor any that answers an A-to-z claim, a chargeback or a SAFE-T claim: that is done in Seller Central or by e-mail',
    documentation: claims,
  },
  withdrawRejection: {
    reason: 'SP-API has no call that contests anything, so there is nothing to take back',
    documentation: claims,
  },
  submitEvidence: {
    reason: 'SP-API takes no evidence: an A-to-z claim is answered as text in Seller Central, a chargeback by e-mail',
    documentation: claims,
  },
} as const satisfies Record<string, Absence>;
