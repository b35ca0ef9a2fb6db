import type { Absence } from '../../core/adapter.js';
import { afterSalesCategory, documentationOf } from './endpoints/documentation.js';

/** What AliExpress' API cannot do, and the page that shows it. */
export const absent = {
  rejectionReasons: {
    reason: 'a refusal gives no reason from a list, only words of its own: see offer',
    documentation: documentationOf('aliexpress.issue.solution.save'),
  },
  reject: {
    reason:
      "no call refuses: a refusal is a counter-solution that names the buyer's, so use offer with `answering`; an amount of 0 proposes no refund",
    documentation: documentationOf('aliexpress.issue.solution.save'),
  },
  withdrawRejection: {
    reason: "no call deletes a solution; offer without `answering` changes the amount of the seller's own while it is open",
    documentation: afterSalesCategory,
  },
  refund: {
    reason:
      'money goes back only by a solution that both sides or the platform have agreed to: accept, acceptOffer or an offer that is taken',
    documentation: afterSalesCategory,
  },
  message: {
    reason: 'the message API was switched off; words reach the buyer only with an offer',
    documentation: afterSalesCategory,
  },
  track: {
    reason: 'no call follows the parcel on its way back; its number stands in the shipments of the case',
    documentation: documentationOf('aliexpress.issue.detail.get'),
  },
} as const satisfies Record<string, Absence>;
