import type { Script } from '../record.js';

/** A stage of life to show: how old the request is and what is fixed about it. The life before that stage is played, not invented. */
export interface Scenario {
  readonly ageInHours: readonly [number, number];
  readonly script?: Partial<Script>;
  readonly isInPolicy?: false;
  readonly resolution?: string;
  readonly returnType?: 'Undelivered' | 'Rejected';
  readonly labelType?: string;
  /** The order travels in a SmartConnect channel: the External Fulfillment API knows the return too. */
  readonly isExternal?: true;
  /** `two-lines`: a second line of the order under the same RMA. `again`: the same line once more, on another day. */
  readonly companion?: 'two-lines' | 'again';
}

const wayBack = { shipsAfterInHours: 20, transitInHours: 30 } as const;
const past = [15 * 24, 50 * 24] as const;
const unauthorized = { authorizedAfterInHours: 30 } as const;
const refunded = { ...wayBack, sellerRefunds: { afterInHours: 20, share: 1 } } as const;

export const scenarios = {
  'pending-approval': { ageInHours: [2, 20], isInPolicy: false, script: unauthorized },
  delivered: { ageInHours: [53, 70], script: wayBack },
  'in-transit': { ageInHours: [30, 60], script: { shipsAfterInHours: 20, transitInHours: 60 } },
  approved: { ageInHours: [3, 40], script: { shipsAfterInHours: 60 } },
  'refunded-by-seller': { ageInHours: past, script: refunded },
  claimed: { ageInHours: [60, 90], script: { shipsAfterInHours: undefined, claimsAfterInHours: 48, claimRuling: 'granted' } },
  'claim-granted': { ageInHours: past, script: { shipsAfterInHours: undefined, claimsAfterInHours: 48, claimRuling: 'granted' } },
  'refunded-by-amazon': { ageInHours: past, script: wayBack },
  'charged-back': { ageInHours: past, script: { ...wayBack, chargesBackAfterInHours: 10 } },
  'external-in-transit': { ageInHours: [30, 60], isExternal: true, script: { shipsAfterInHours: 20, transitInHours: 70 } },
  'external-delivered': { ageInHours: [60, 74], isExternal: true, script: wayBack },
  returnless: { ageInHours: past, resolution: 'ReturnlessRefund' },
  'refunded-at-first-scan': {
    ageInHours: [30, 48],
    resolution: 'RefundAtFirstScan',
    script: { ...wayBack, shipsAfterInHours: 12 },
  },
  replaced: { ageInHours: past, resolution: 'Replacement', script: wayBack },
  'safe-t-pending': { ageInHours: past, script: { ...wayBack, safeT: 'Pending' } },
  'safe-t-approved': { ageInHours: past, script: { ...wayBack, safeT: 'Approved' } },
  'safe-t-denied': { ageInHours: past, script: { ...wayBack, safeT: 'Denied' } },
  'partially-refunded': { ageInHours: past, script: { ...wayBack, sellerRefunds: { afterInHours: 20, share: 0.6 } } },
  'two-lines': { ageInHours: [53, 70], companion: 'two-lines', script: wayBack },
  undelivered: { ageInHours: past, returnType: 'Undelivered', script: refunded },
  'parcel-refused': { ageInHours: [60, 74], returnType: 'Rejected', script: wayBack },
  'returned-again': { ageInHours: [3, 40], companion: 'again', script: { shipsAfterInHours: 60 } },
  'never-shipped': { ageInHours: [33 * 24, 55 * 24], script: { shipsAfterInHours: undefined } },
  'claim-denied': { ageInHours: past, script: { shipsAfterInHours: undefined, claimsAfterInHours: 48, claimRuling: 'denied' } },
  rejected: { ageInHours: past, isInPolicy: false, script: { ...unauthorized, authorization: 'Rejected' } },
  canceled: { ageInHours: past, isInPolicy: false, script: { ...unauthorized, authorization: 'Cancelled' } },
  completed: { ageInHours: past, isInPolicy: false, script: { ...unauthorized, authorization: 'Completed' } },
  /** Words nobody has listed: every list of Amazon's is open. */
  'unknown-words': {
    ageInHours: past,
    isInPolicy: false,
    resolution: 'StoreCreditPlus',
    labelType: 'CarrierArrangedLabel',
    script: { ...unauthorized, authorization: 'OnHold' },
  },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios).filter(isScenario);

/** What most of a large history is. */
const finished: readonly ScenarioName[] = [
  'refunded-by-seller',
  'refunded-by-amazon',
  'returnless',
  'partially-refunded',
  'replaced',
];

/** What the smaller sellers play. */
const elsewhere: readonly ScenarioName[] = [
  'pending-approval',
  'delivered',
  'in-transit',
  'refunded-by-seller',
  'claimed',
  'external-delivered',
  'refunded-by-amazon',
  'returnless',
];

const at = (names: readonly ScenarioName[], index: number): ScenarioName => names[index % names.length] ?? 'approved';

/** The parts of one seller: the first plays everything, the others a handful. */
export const castOf = (ordinal: number, cases: number): readonly ScenarioName[] => {
  if (ordinal > 0) return elsewhere;
  return Array.from({ length: cases }, (_, index) =>
    index < 60 || index % 10 === 0 ? at(scenarioNames, index) : at(finished, index),
  );
};
