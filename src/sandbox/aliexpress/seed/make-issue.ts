import { createRandom, type Random } from '../../random.js';
import { fromDollarMinor } from '../currencies.js';
import { toNumber, toOverflowingNumber } from '../identifiers.js';
import { hours } from '../lifecycle/durations.js';
import type { Claim, IssueRecord, Quirks, Script, Seconds } from '../record.js';
import type { Seller } from '../sellers.js';
import { makeProduct } from './goods.js';
import { notAsDescribedReasons, notReceivedReasons } from './reasons.js';
import { scenarioOf, type Scenario, type ScenarioName } from './scenarios.js';
import { countryOf, loginIdOf } from './words.js';

export interface IssuePlan {
  readonly seed: number;
  readonly seller: Seller;
  readonly index: number;
  readonly scenario: ScenarioName;
  /** When the sandbox starts. */
  readonly startsAt: Seconds;
  /** Another issue of the same order. */
  readonly twin?: IssueRecord;
}

const makeClaim = (scenario: Scenario, currency: string, random: Random): Claim => {
  const isNotReceived = scenario.reason === 'not-received';
  const { id, chinese, english } = random.pick(isNotReceived ? notReceivedReasons : notAsDescribedReasons);
  const product = makeProduct(random);
  return {
    reasonId: id,
    reasonChinese: chinese,
    reasonEnglish: english,
    isNotReceived,
    maximumMinor: fromDollarMinor(product.priceMinor * product.quantity, currency),
    currency,
    product,
    hasWarranty: scenario.hasWarranty ?? false,
  };
};

const makeScript = ({ script }: Scenario, random: Random): Script => ({
  withdrawsAfterInHours: undefined,
  answersOffer: random.pick(['accepts', 'accepts', 'modifies', 'escalates', 'ignores']),
  answersAfterInHours: random.integer(6, 30),
  shipsAfterInHours: random.integer(20, 70),
  returnsTo: 'seller',
  transitInHours: random.integer(30, 90),
  arbitration: [{ detail: 'wait_for_AE_feedback', hours: 72 }],
  ruling: random.pick(['buyer', 'half', 'seller']),
  ...script,
});

const makeQuirks = ({ quirks }: Scenario, random: Random): Quirks => ({
  outerIdDiffers: random.chance(0.4),
  strayNulCharacter: random.chance(0.2),
  platformSolutionMinusTwo: random.chance(0.5),
  contradictoryEnding: false,
  freeTextReturnNumber: false,
  timeoutMissing: false,
  omitsEmpty: random.chance(0.3),
  hasNewerFields: random.chance(0.7),
  ...quirks,
});

const makeNumbers = ({ seller, index, twin }: IssuePlan, scenario: Scenario) => {
  const { ordinal } = seller;
  const toId = scenario.hasOverflowingIds === true ? toOverflowingNumber : toNumber;
  return {
    issueId: toId({ family: 'issue', ordinal, index }),
    outerId: toNumber({ family: 'outer', ordinal, index }),
    orderId: toId({ family: 'childOrder', ordinal, index, part: 1 }),
    parentOrderId: twin?.parentOrderId ?? toId({ family: 'parentOrder', ordinal, index, part: 2 }),
  };
};

/** An issue before anything happened to it. */
export const makeIssue = (plan: IssuePlan): IssueRecord => {
  const { seed, seller, index, startsAt, twin } = plan;
  const random = createRandom('issue', seed, seller.sellerId, index);
  const scenario = scenarioOf(plan.scenario);
  const [youngest, oldest] = scenario.ageInHours;
  const createdAt = startsAt - hours(youngest + (oldest - youngest) * random.next());
  const country = countryOf(random);
  const currency = twin?.claim.currency ?? country.currency;
  return {
    ...makeNumbers(plan, scenario),
    seller,
    buyerLoginId: twin?.buyerLoginId ?? loginIdOf(country.code, random),
    scenario: plan.scenario,
    claim: makeClaim(scenario, currency, random),
    script: makeScript(scenario, random),
    quirks: makeQuirks(scenario, random),
    createdAt,
    updatedAt: createdAt,
    status: 'processing',
    detail: 'wait_for_seller_response',
    stateSince: createdAt,
    timeout: undefined,
    solutions: [],
    history: [],
    pendingImages: [],
    parcel: { company: '', lpNumber: '', number: '', shippedAt: 0 },
    returnAddressId: '',
    reached: undefined,
    arbitrationStep: -1,
    paidMinor: 0,
    revision: 0,
  };
};
