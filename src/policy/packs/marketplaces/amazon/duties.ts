import type { RightKind } from '../../../decision.js';
import type { PackException, PackRule } from '../../types.js';
import { anyOf, businessDays, closing, days, firstKnown, hours, requestsFrom, together, unknownEnd } from '../../wording.js';
import { sentBySeller } from './sender.js';

/** What Amazon asks for whatever the right is: these rules grant none. */
const rights: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

const seller = 'seller';

/** From abroad: an address, a label or a refund without return within a few calendar days, else Amazon refunds. */
const internationalAnswer = (amount: number): PackException['terms'] => ({
  deadlines: [{ duty: 'authorise-return', party: seller, onMiss: 'auto-refunded', period: closing(days(amount, 'requested')) }],
});

const international: readonly PackException[] = [
  {
    id: 'international-return-before',
    source: 'AZ-forum-GB',
    when: { isInternational: true },
    valid: { from: '2024-11-11', to: '2025-08-10', selectedBy: 'requested' },
    terms: internationalAnswer(4),
  },
  {
    id: 'international-return',
    source: 'AZ-forum-GB',
    when: { isInternational: true },
    valid: requestsFrom('2025-08-11'),
    note: 'An address, a label or a refund without return; SAFE-T does not cover what Amazon then refunds.',
    terms: internationalAnswer(3),
  },
];

const returnAnswer = (exceptions: readonly PackException[]): PackRule => ({
  id: 'return-authorisation',
  rights,
  source: 'AZ-returns',
  confidence: 'official-summary',
  note: 'Requests within the policy are authorised by Amazon; the others are for the seller.',
  terms: {
    deadlines: [{ duty: 'authorise-return', party: seller, strength: 'recommended', period: closing(hours(24, 'requested')) }],
  },
  except: exceptions,
});

const refundInTwoBusinessDays: PackRule = {
  id: 'refund-after-return',
  rights,
  source: 'AZ-refunds',
  confidence: 'official-summary',
  terms: {
    deadlines: [{ duty: 'refund', party: seller, onMiss: 'auto-refunded', period: closing(businessDays(2, 'goods-returned')) }],
  },
};

const refundUnknown: PackRule = {
  id: 'refund-after-return',
  rights,
  source: 'AZ-refunds',
  confidence: 'unconfirmed',
  note: 'The page of this site was not read.',
  terms: { deadlines: [{ duty: 'refund', party: seller, period: closing(unknownEnd) }] },
};

const answerOfMetric: PackRule = {
  id: 'return-answer',
  rights,
  source: 'AZ-metric',
  confidence: 'secondary',
  note: 'Later answers count in the return dissatisfaction rate; since 2020 a claim may be granted.',
  terms: {
    deadlines: [{ duty: 'answer', party: seller, onMiss: 'platform-decides', period: closing(hours(48, 'requested')) }],
  },
};

const everywhere: readonly PackRule[] = together({ rights }, [
  {
    id: 'message-answer',
    source: 'AZ-messages',
    confidence: 'secondary',
    terms: {
      deadlines: [
        { duty: 'answer-message', party: seller, onMiss: 'platform-decides', period: closing(hours(48, 'last-message')) },
      ],
    },
  },
  {
    id: 'claim-filing',
    source: 'AZ-claims',
    confidence: 'secondary',
    note: 'The buyer writes to the seller first and waits 48 hours.',
    terms: { deadlines: [{ duty: 'file-claim', party: 'buyer', onMiss: 'denied', period: closing(days(90, 'promised')) }] },
  },
  {
    id: 'claim-appeal',
    source: 'AZ-claims',
    confidence: 'official-summary',
    terms: { deadlines: [{ duty: 'appeal', party: seller, onMiss: 'denied', period: closing(days(30, 'claim-decided')) }] },
  },
]);

const claimAnswer = (rule: Pick<PackRule, 'confidence' | 'terms'> & Partial<PackRule>): PackRule => ({
  id: 'claim-information',
  rights,
  source: 'AZ-claims',
  ...rule,
});

const answerBy = (closes: ReturnType<typeof hours>): PackRule['terms'] => ({
  deadlines: [{ duty: 'answer-claim', party: seller, onMiss: 'auto-refunded', period: closing(closes) }],
});

const chargeback = (confidence: PackRule['confidence']): PackRule => ({
  id: 'chargeback-answer',
  rights,
  source: 'AZ-chargebacks',
  confidence,
  terms: {
    deadlines: [
      { duty: 'answer-chargeback', party: seller, onMiss: 'liability-shifts', period: closing(days(7, 'chargeback-notice')) },
    ],
  },
});

const compensationClaim: PackRule = {
  id: 'compensation-claim',
  rights,
  source: 'AZ-first-scan',
  confidence: 'unconfirmed',
  note: 'SAFE-T: sixty days on the page of 2021, thirty in a report of 2026.',
  terms: {
    deadlines: [
      {
        duty: 'claim-compensation',
        party: seller,
        onMiss: 'denied',
        period: closing(anyOf(days(30, 'refund-charged'), days(60, 'refund-charged'))),
      },
    ],
  },
};

const localReturnAddress: PackRule = {
  id: 'international-return-address',
  rights,
  source: 'AZ-returns',
  confidence: 'official-summary',
  when: { isInternational: true },
  note: 'A seller abroad offers an address in the country, a prepaid label or a refund without return. Two calendar days for it are told of in one place alone and could not be confirmed.',
  terms: { requirements: [{ code: 'local-return-address', isRequired: true }] },
};

export const dutiesInAmerica: readonly PackRule[] = [
  ...everywhere,
  ...sentBySeller([answerOfMetric, returnAnswer([]), refundInTwoBusinessDays]),
  claimAnswer({
    confidence: 'official-summary',
    note: 'From the day information is asked for; a claim whose buyer hears nothing for 72 hours is granted too.',
    terms: answerBy(firstKnown(hours(72, 'information-asked'), hours(72, 'claim-opened'))),
  }),
  chargeback('official-summary'),
  ...sentBySeller([compensationClaim, localReturnAddress]),
];

const elsewhere: readonly PackRule[] = [
  ...everywhere,
  claimAnswer({
    confidence: 'unconfirmed',
    note: '72 hours on the page of the United States, 48 on older pages and on the Australian one.',
    terms: answerBy(anyOf(hours(48, 'information-asked'), hours(72, 'information-asked'))),
  }),
  chargeback('secondary'),
];

const owed = (...rules: readonly PackRule[]): readonly PackRule[] => [...elsewhere, ...sentBySeller([answerOfMetric, ...rules])];

export const dutiesInEurope: readonly PackRule[] = owed(returnAnswer([]), refundInTwoBusinessDays);

/** The days for international returns were read of these two sites only. */
export const dutiesInBritainAndGermany: readonly PackRule[] = owed(returnAnswer(international), refundInTwoBusinessDays);

export const dutiesElsewhere: readonly PackRule[] = owed(returnAnswer([]), refundUnknown);
