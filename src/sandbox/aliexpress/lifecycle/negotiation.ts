import type { IssueRecord, ReachedType, Solution } from '../record.js';
import type { Change, Happening } from './change.js';
import { startArbitration } from './arbitration.js';
import { payOut } from './closing.js';
import { answerTime, platformStepsInAfter } from './durations.js';
import { startReturn } from './returning.js';
import { defaultOf, openSolutionsOf, propose, reach, revise, type Proposal } from './solutions.js';
import { moveTo, note } from './state.js';

const carryOut =
  (solution: Solution, reachedType: ReachedType, cause: string): Change =>
  (record, happening) => {
    reach(solution, reachedType, happening.at);
    if (solution.type === 'return_and_refund' && solution.amountMinor > 0) startReturn(solution)(record, happening);
    else payOut(solution, cause)(record, happening);
  };

export const open =
  (proposals: readonly Proposal[], complaint: string): Change =>
  (record, { at }) => {
    for (const proposal of proposals) propose(record, { ...proposal, owner: 'buyer', status: 'wait_seller_accept', at });
    note(record, { action: 'initiate', by: 'buyer', content: complaint, at });
    moveTo(record, {
      detail: 'wait_for_seller_response',
      at,
      timeout: { type: 'WAIT_SOLUTION_TIMEOUT', at: at + answerTime },
    });
  };

/** The seller agrees to the buyer's solution; it is carried out at once, or the return begins. */
export const agreeTo =
  (solution: Solution, returnAddressId: string): Change =>
  (record, happening) => {
    if (returnAddressId !== '') record.returnAddressId = returnAddressId;
    solution.sellerAcceptedAt = happening.at;
    note(record, { action: 'seller_accept', by: 'seller', at: happening.at });
    carryOut(solution, 'negotiation_consensus', 'agree')(record, happening);
  };

/** The seller agrees to the platform's proposal: the buyer has to agree too. */
export const agreeToPlatform =
  (solution: Solution): Change =>
  (record, { at }) => {
    solution.sellerAcceptedAt = at;
    solution.status = 'wait_buyer_accept';
    note(record, { action: 'seller_accept', by: 'seller', at });
    moveTo(record, { detail: 'wait_for_buyer_response', at });
  };

const waitForBuyer = (record: IssueRecord, { at }: Happening): void =>
  moveTo(record, {
    detail: 'wait_for_buyer_response',
    at,
    timeout: { type: 'WAIT_SOLUTION_TIMEOUT', at: Math.max(record.createdAt + platformStepsInAfter, at + answerTime) },
  });

/** The seller refuses by offering something else. The buyer's solution stays as it was: that is how real ones look. */
export const counter =
  (proposal: Proposal, returnAddressId: string): Change =>
  (record, happening) => {
    const { at } = happening;
    propose(record, { ...proposal, owner: 'seller', status: 'wait_buyer_accept', at });
    if (returnAddressId !== '') record.returnAddressId = returnAddressId;
    note(record, { action: 'seller_create_solution', by: 'seller', content: proposal.content, at });
    waitForBuyer(record, happening);
  };

export const reviseOwn =
  (solution: Solution, proposal: Proposal, returnAddressId: string): Change =>
  (record, happening) => {
    revise(solution, proposal, happening.at);
    if (returnAddressId !== '') record.returnAddressId = returnAddressId;
    note(record, { action: 'seller_modify_solution', by: 'seller', content: proposal.content, at: happening.at });
    waitForBuyer(record, happening);
  };

const middleOf = (record: IssueRecord, offered: Solution): number =>
  Math.round((offered.amountMinor + (defaultOf(record)?.amountMinor ?? record.claim.maximumMinor)) / 2);

const modifyAsBuyer =
  (offered: Solution): Change =>
  (record, { at }) => {
    const wanted = defaultOf(record);
    const amountMinor = middleOf(record, offered);
    offered.status = 'buyer_refused';
    if (wanted !== undefined) revise(wanted, { type: wanted.type, amountMinor, content: 'Half way?' }, at);
    note(record, { action: 'buyer_modify_solution', by: 'buyer', content: 'Half way?', at });
    moveTo(record, {
      detail: 'wait_for_your_response',
      at,
      timeout: { type: 'WAIT_SOLUTION_TIMEOUT', at: at + answerTime },
    });
  };

const acceptAsBuyer =
  (offered: Solution): Change =>
  (record, happening) => {
    offered.buyerAcceptedAt = happening.at;
    note(record, { action: 'buyer_accept', by: 'buyer', at: happening.at });
    const reachedType = offered.owner === 'platform' ? 'platform_arbitrate' : 'negotiation_consensus';
    carryOut(offered, reachedType, 'offer-accepted')(record, happening);
  };

/** The platform's own proposal was refused: its next word is final. */
const refusePlatform =
  (offered: Solution): Change =>
  (record, { at }) => {
    offered.status = 'seller_accept_and_buyer_refused';
    record.arbitrationStep = record.script.arbitration.length - 1;
    note(record, { action: 'buyer_refuse', by: 'buyer', at });
    moveTo(record, { detail: 'wait_for_final_solution', at });
  };

const escalate =
  (offered: Solution): Change =>
  (record, happening) => {
    if (offered.owner === 'platform') {
      refusePlatform(offered)(record, happening);
      return;
    }
    offered.status = 'buyer_refused';
    note(record, { action: 'buyer_initiate_arbitration', by: 'buyer', at: happening.at });
    startArbitration(record, happening);
  };

/** The buyer answers what the seller agreed to or offered last, as the script says. */
export const answerAsBuyer: Change = (record, happening) => {
  const offered = [...openSolutionsOf(record, 'seller'), ...openSolutionsOf(record, 'platform')].at(-1);
  if (offered === undefined) return;
  const { answersOffer } = record.script;
  const canAskForMore = answersOffer === 'modifies' && middleOf(record, offered) > offered.amountMinor;
  if (answersOffer === 'escalates') escalate(offered)(record, happening);
  else if (canAskForMore && offered.owner === 'seller') modifyAsBuyer(offered)(record, happening);
  else acceptAsBuyer(offered)(record, happening);
};

/** The seller said nothing in time: the buyer's default solution is carried out. */
export const executeOnSilence: Change = (record, happening) => {
  const wanted = defaultOf(record);
  if (wanted !== undefined) carryOut(wanted, 'seller_reponse_timeout', 'silence')(record, happening);
};
