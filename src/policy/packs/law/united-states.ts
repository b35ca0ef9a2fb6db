import type { LawPack, PackRule, PackWhen } from '../types.js';
import {
  businessDays,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  days,
  earliestOf,
  everythingPaidBy,
  firstKnown,
  noRight,
  otherChannelsNotRead,
  together,
  unknownEnd,
  unknownRight,
  unlimited,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';

/** States whose law gives a return where no policy was posted. */
const postingStates = ['US-CA', 'US-FL', 'US-NY'] as const;

const inState = (state: (typeof postingStates)[number]): PackWhen => ({ ...consumerAtADistance, country: [state] });

const displaced = {
  when: { 'disclosures.policyPosted': true },
  note: 'A posted policy takes the place of the law.',
  terms: { exclude: 'displaced-by-posted-policy' },
} as const;

const price = { item: whole, outbound: 'unknown', form: 'original-means', fees: [] } as const;

const states: readonly PackRule[] = [
  {
    id: 'california-posting',
    rights: ['withdrawal'],
    when: inState('US-CA'),
    source: 'CA-Civ 1723',
    confidence: 'secondary',
    note: 'Thirty days from purchase where the policy was not displayed. Whether the section covers shops online could not be confirmed.',
    terms: {
      window: closing(days(30, 'placed'), 'unknown'),
      review: 'scope-unconfirmed',
      refund: price,
      remedies: buyerMayChoose(1, 'refund'),
    },
    except: [{ id: 'california-posted', ...displaced }],
  },
  {
    id: 'florida-posting',
    rights: ['withdrawal'],
    when: inState('US-FL'),
    source: 'FL-Stat 501.142',
    confidence: 'secondary',
    note: 'Seven days from purchase for unused goods where no policy was posted.',
    terms: {
      window: closing(days(7, 'placed'), 'unknown'),
      conditions: ['unused'],
      otherwise: { kind: 'refuse' },
      refund: price,
      remedies: buyerMayChoose(1, 'refund'),
    },
    except: [{ id: 'florida-posted', ...displaced }],
  },
  {
    id: 'new-york-posting',
    rights: ['withdrawal'],
    when: inState('US-NY'),
    source: 'NY-GBL 218-a',
    confidence: 'unconfirmed',
    note: 'A duty to post; the thirty days told of for a missing policy could not be confirmed.',
    terms: { window: closing(unknownEnd), refund: price, remedies: buyerMayChoose(1, 'refund') },
    except: [{ id: 'new-york-posted', ...displaced }],
  },
];

const delivery: readonly PackRule[] = together({ rights: ['non-delivery'], when: consumer, confidence: 'official-summary' }, [
  {
    id: 'mail-order-rule',
    source: 'FTC 435.2',
    note: 'Goods are shipped in the stated time, else in thirty days (fifty with the seller’s credit applied for), or the buyer consents to the delay or is refunded. The stated time is that of the shipment: of it the facts tell only that it has passed once the goods are promised to be there. What was shipped and then lost is not its matter.',
    terms: {
      window: { opens: firstKnown(earliestOf(days(1, 'promised'), days(31, 'placed')), days(31, 'placed')), closes: unlimited },
      review: 'only-before-shipping',
      pays: everythingPaidBy('seller'),
      refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund', 'wait'),
    },
  },
  {
    id: 'prompt-refund',
    source: 'FTC 435.1(f)',
    confidence: 'text',
    note: 'Seven working days; one billing cycle where the seller gave the credit.',
    terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(businessDays(7, 'requested')) }] },
  },
]);

/** Federal law, and the states whose law on return policies was read. */
export const unitedStates: LawPack = {
  layer: 'law',
  id: 'law:US',
  countries: ['US'],
  sources: {
    FTC: {
      title: '16 CFR part 435, mail, internet or telephone order merchandise',
      url: 'https://federal.elaws.us/cfr/title16.part435',
      readOn,
    },
    UCC: { title: 'Uniform Commercial Code, implied warranties', url: 'https://www.law.cornell.edu/ucc/2', readOn },
    'CA-Civ': { title: 'California Civil Code 1723', url: 'https://re-turns.com', readOn },
    'FL-Stat': { title: 'Florida Statutes 501.142', url: 'https://purchy.app', readOn },
    'NY-GBL': { title: 'New York General Business Law 218-a', url: 'https://purchy.app', readOn },
  },
  rules: [
    noRight({
      id: 'no-change-of-mind',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      unless: postingStates.map((state) => ({ country: [state] })),
      source: 'FTC 435',
      confidence: 'secondary',
      note: 'No federal right to return; the law of the other states was not read beyond that.',
    }),
    ...states,
    ...delivery,
    otherChannelsNotRead('FTC 435'),
    unknownRight({
      id: 'implied-warranties',
      rights: ['conformity'],
      when: consumer,
      source: 'UCC 2-314, 2-601',
      note: 'Implied warranties of state law have no fixed number of days.',
    }),
    unknownRight({
      id: 'late-delivery',
      rights: ['late-delivery'],
      when: consumer,
      source: 'UCC 2-601',
      note: 'What late goods that were accepted give was not read.',
    }),
  ],
};
