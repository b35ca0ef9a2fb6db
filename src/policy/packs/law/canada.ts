import type { LawPack, PackRule, PackWhen } from '../types.js';
import {
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumer,
  consumerAtADistance,
  days,
  noRight,
  otherChannelsNotRead,
  paidBy,
  unknownEnd,
  unknownRight,
  unlimited,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const confidence = 'official-summary';

interface Province {
  readonly name: string;
  readonly code: string;
  readonly source: string;
}

/** Ontario and British Columbia have the same two clocks: seven days after a copy that lacks information, thirty where no copy came. */
const cancellation = ({ name, code, source }: Province): readonly PackRule[] => {
  const when: PackWhen = { ...consumerAtADistance, country: [code] };
  const terms: PackRule['terms'] = {
    pays: { return: paidBy('unknown') },
    refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
    remedies: buyerMayChoose(1, 'refund'),
    deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(15, 'notice')) }],
  };
  return [
    {
      id: `${name}-no-copy`,
      rights: ['withdrawal'],
      when: { ...when, 'disclosures.contractCopy': false },
      source,
      confidence,
      note: 'Thirty days from the agreement where the buyer got no copy of it.',
      terms: { ...terms, window: closing(days(30, 'contract'), 'unknown') },
    },
    {
      id: `${name}-information-missing`,
      rights: ['withdrawal'],
      when: { ...when, 'disclosures.contractCopy': true, 'disclosures.requiredInformation': false },
      source,
      confidence,
      note: 'Seven days from the copy where it lacks what it must say.',
      terms: { ...terms, window: closing(days(7, 'told:contractCopy'), 'unknown') },
    },
    noRight({
      id: `${name}-all-told`,
      rights: ['withdrawal'],
      when: { ...when, 'disclosures.contractCopy': true, 'disclosures.requiredInformation': true },
      source,
      confidence,
      note: 'No right to cancel where all duties were met.',
    }),
  ];
};

const dispatchInOntario: PackRule = {
  id: 'ontario-dispatch',
  rights: ['withdrawal'],
  when: { ...consumerAtADistance, country: ['CA-ON'] },
  source: 'ON-CPA',
  confidence,
  terms: {
    deadlines: [{ duty: 'dispatch-back', party: 'buyer', satisfiedBy: 'sent', period: closing(days(15, 'notice'), 'unknown') }],
  },
};

const lateInOntario: PackRule = {
  id: 'ontario-late-delivery',
  rights: ['non-delivery'],
  when: { ...consumer, country: ['CA-ON'] },
  source: 'ON-CPA',
  confidence,
  note: 'More than thirty days late: any time before delivery.',
  terms: {
    window: { opens: days(31, 'promised'), closes: unlimited },
    refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
    remedies: buyerMayChoose(1, 'refund'),
    deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(15, 'requested')) }],
  },
};

const otherProvinces = [{ country: ['CA-ON'] }, { country: ['CA-BC'] }];

/** The provinces whose law was read; in the others a person decides. */
export const canada: LawPack = {
  layer: 'law',
  id: 'law:CA',
  countries: ['CA'],
  sources: {
    'ON-CPA': { title: 'Ontario: Consumer Protection Act, as explained by CLEO', url: 'https://www.cleo.on.ca', readOn },
    'QC-CPA': { title: 'Quebec: Office de la protection du consommateur', url: 'https://www.opc.gouv.qc.ca', readOn },
    'BC-BPCPA': { title: 'British Columbia: Consumer Protection BC', url: 'https://www.consumerprotectionbc.ca', readOn },
  },
  rules: [
    ...cancellation({ name: 'ontario', code: 'CA-ON', source: 'ON-CPA' }),
    ...cancellation({ name: 'british-columbia', code: 'CA-BC', source: 'BC-BPCPA' }),
    dispatchInOntario,
    lateInOntario,
    unknownRight({
      id: 'other-provinces',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      unless: [...otherProvinces, { country: ['CA-QC'] }],
      source: 'QC-CPA',
      note: 'The other provinces were not read.',
    }),
    {
      id: 'quebec',
      rights: ['withdrawal'],
      when: { ...consumerAtADistance, country: ['CA-QC'] },
      source: 'QC-CPA',
      confidence,
      note: 'The same family of rules, with the return at the merchant’s expense; its days were not read.',
      terms: { window: closing(unknownEnd), pays: { return: paidBy('seller') } },
    },
    unknownRight({
      id: 'non-delivery',
      rights: ['non-delivery'],
      when: consumer,
      unless: [{ country: ['CA-ON'] }],
      source: 'QC-CPA',
      note: 'What the other provinces say of missing deliveries was not read.',
    }),
    unknownRight({
      id: 'late-delivery',
      rights: ['late-delivery'],
      when: consumer,
      source: 'ON-CPA',
      note: 'What late goods that were accepted give was not read.',
    }),
    otherChannelsNotRead('ON-CPA'),
    conformityNotRead('ON-CPA 9'),
  ],
};
