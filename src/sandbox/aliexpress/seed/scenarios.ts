import type { ArbitrationStep, Quirks, Script } from '../record.js';

/** What the seller did before the sandbox started. */
export interface PlannedAct {
  readonly hours: number;
  readonly act: 'refuse' | 'offer-half' | 'agree';
}

/** A stage of life to show: how old the issue is and what is fixed about it. The life before that stage is played, not invented. */
export interface Scenario {
  readonly ageInHours: readonly [number, number];
  /** What the buyer asks for, the default first. */
  readonly asks: 'refund' | 'part' | 'return' | 'return-or-part';
  readonly reason: 'not-received' | 'not-as-described';
  readonly acts?: readonly PlannedAct[];
  readonly script?: Partial<Script>;
  readonly quirks?: Partial<Quirks>;
  readonly hasWarranty?: true;
  readonly hasOverflowingIds?: true;
}

const day = 24;
const step = (detail: ArbitrationStep['detail'], hours: number): ArbitrationStep => ({ detail, hours });
const evidence = [step('wait_for_AE_feedback', 24), step('wait_for_your_evidence', 48), step('wait_ae_final_feedback', 48)];
const final = [step('wait_for_AE_feedback', 24), step('wait_for_final_solution', 72)];
const proposal = [step('wait_for_AE_feedback', 24), step('wait_for_your_response', 72)];

/** Offered after ten hours, taken to the platform by the buyer ten hours later: the platform's turn begins at hour 20. */
const fought = { acts: [{ hours: 10, act: 'refuse' }] } as const;
const escalating = { answersOffer: 'escalates', answersAfterInHours: 10 } as const;
const agreedReturn = { asks: 'return', reason: 'not-as-described', acts: [{ hours: 10, act: 'agree' }] } as const;
const refund = { asks: 'refund', reason: 'not-received' } as const;
const returning = { asks: 'return', reason: 'not-as-described' } as const;
const fresh: readonly [number, number] = [2, 4 * day];

export const scenarios = {
  requested: { ...refund, ageInHours: fresh },
  'return-requested': { ...returning, ageInHours: fresh },
  'requested-urgent': { ...refund, ageInHours: [5 * day - 7, 5 * day - 2] },
  'two-proposals': { asks: 'return-or-part', reason: 'not-as-described', ageInHours: fresh },
  'offer-pending': { asks: 'refund', reason: 'not-as-described', ageInHours: [12, 36], acts: [{ hours: 10, act: 'offer-half' }], script: { answersOffer: 'accepts', answersAfterInHours: 30 } },
  'offer-modified': { asks: 'refund', reason: 'not-as-described', ageInHours: [20, 44], acts: [{ hours: 8, act: 'offer-half' }], script: { answersOffer: 'modifies', answersAfterInHours: 10 } },
  'offer-ignored': { asks: 'part', reason: 'not-as-described', ageInHours: [3 * day, 5 * day], acts: [{ hours: 20, act: 'offer-half' }], script: { answersOffer: 'ignores' } },
  'awaiting-address': { ...returning, ageInHours: [6 * day, 9 * day] },
  'awaiting-shipment': { ...agreedReturn, ageInHours: [2 * day, 4 * day], script: { shipsAfterInHours: 6 * day } },
  receipt: { ...agreedReturn, ageInHours: [4 * day, 15 * day], script: { shipsAfterInHours: 48 } },
  'receipt-urgent': { ...agreedReturn, ageInHours: [10 + 48 + 30 * day - 7, 10 + 48 + 30 * day - 2], script: { shipsAfterInHours: 48 } },
  'provider-return': { ...agreedReturn, ageInHours: [3 * day, 4 * day], script: { shipsAfterInHours: 40, transitInHours: 72, returnsTo: 'provider' } },
  'warehouse-inbound': { ...agreedReturn, ageInHours: [3 * day, 4 * day], script: { shipsAfterInHours: 40, transitInHours: 72, returnsTo: 'warehouse' } },
  'warehouse-check': { ...agreedReturn, ageInHours: [4 * day, 5 * day], script: { shipsAfterInHours: 30, transitInHours: 48, returnsTo: 'warehouse' } },
  arbitration: { ...refund, ...fought, ageInHours: [21, 43], script: { ...escalating, arbitration: evidence } },
  'arbitration-evidence': { ...refund, ...fought, ageInHours: [46, 88], script: { ...escalating, arbitration: evidence } },
  'arbitration-last-look': { ...refund, ...fought, ageInHours: [94, 138], script: { ...escalating, arbitration: evidence, ruling: 'seller' } },
  'arbitration-final': { ...refund, ...fought, ageInHours: [46, 112], script: { ...escalating, arbitration: final, ruling: 'buyer' } },
  'platform-proposal': { ...refund, ...fought, ageInHours: [46, 90], script: { ...escalating, arbitration: proposal, ruling: 'half' }, quirks: { platformSolutionMinusTwo: false } },
  'platform-proposal-minus-two': { ...refund, ...fought, ageInHours: [46, 90], script: { ...escalating, answersOffer: 'escalates', arbitration: proposal, ruling: 'half' }, quirks: { platformSolutionMinusTwo: true } },
  ruled: { ...refund, ...fought, ageInHours: [119, 136], script: { ...escalating, arbitration: final, ruling: 'half' } },
  refunded: { ...refund, ageInHours: [10 * day, 14 * day] },
  'refund-agreed': { ...refund, ageInHours: [10 * day, 20 * day], acts: [{ hours: 20, act: 'agree' }] },
  returned: { ...agreedReturn, ageInHours: [12 * day, 20 * day], script: { shipsAfterInHours: 40, transitInHours: 48, returnsTo: 'warehouse' } },
  'returned-in-word-only': { ...refund, ageInHours: [20 * day, 30 * day], quirks: { contradictoryEnding: true, outerIdDiffers: true } },
  rejected: { ...refund, ...fought, ageInHours: [30 * day, 50 * day], script: { ...escalating, arbitration: evidence, ruling: 'seller' }, quirks: { platformSolutionMinusTwo: true } },
  withdrawn: { ...refund, ageInHours: [20 * day, 55 * day], script: { withdrawsAfterInHours: 15 } },
  'never-shipped': { ...agreedReturn, ageInHours: [20 * day, 40 * day], script: { shipsAfterInHours: undefined } },
  'about-to-be-withdrawn': { ...refund, ageInHours: [5, 20], script: { withdrawsAfterInHours: 40 } },
  warranty: { ...returning, ageInHours: fresh, hasWarranty: true },
  'overflowing-ids': { ...refund, ageInHours: fresh, hasOverflowingIds: true },
  'ruled-return': { ...refund, reason: 'not-as-described', ...fought, ageInHours: [7 * day, 9 * day], script: { ...escalating, arbitration: final, ruling: 'return' } },
  'free-text-parcel': { ...agreedReturn, ageInHours: [4 * day, 15 * day], script: { shipsAfterInHours: 48 }, quirks: { freeTextReturnNumber: true } },
  'without-timeout': { ...refund, ageInHours: fresh, quirks: { timeoutMissing: true } },
} as const satisfies Readonly<Record<string, Scenario>>; // prettier-ignore

export type ScenarioName = keyof typeof scenarios;

const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios).filter(isScenarioName);

/** Finished ones: what most of a large history is. */
export const finishedScenarios: readonly ScenarioName[] = [
  'refunded',
  'refund-agreed',
  'returned',
  'rejected',
  'withdrawn',
  'never-shipped',
  'returned-in-word-only',
];

/** What a smaller seller holds. */
export const fewScenarios: readonly ScenarioName[] = ['requested', 'return-requested', 'receipt', 'refunded', 'withdrawn'];

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
