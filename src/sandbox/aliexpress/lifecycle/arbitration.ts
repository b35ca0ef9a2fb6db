import type { DetailStatus, IssueRecord } from '../record.js';
import type { Change, Happening } from './change.js';
import { payOut } from './closing.js';
import { startReturn } from './returning.js';
import { propose, reach, openSolutionsOf, type Proposal } from './solutions.js';
import { moveTo, note } from './state.js';

const rulingOf = ({ script, claim }: IssueRecord): Proposal => {
  const type = script.ruling === 'return' ? 'return_and_refund' : 'refund';
  const shares = { buyer: 1, return: 1, half: 0.5, seller: 0 } as const;
  const amountMinor = Math.round(claim.maximumMinor * shares[script.ruling]);
  return { type, amountMinor, content: 'Decision by the platform' };
};

const enterStep = (record: IssueRecord, { at }: Happening): void => {
  const step = record.script.arbitration[record.arbitrationStep];
  const detail: DetailStatus = step?.detail ?? 'wait_for_AE_feedback';
  if (detail === 'wait_for_your_response')
    propose(record, { ...rulingOf(record), owner: 'platform', status: 'wait_buyer_and_seller_accept', at });
  moveTo(record, { detail, at });
};

/** The platform takes the issue over: the buyer asked for it, or neither side moved in time. */
export const startArbitration: Change = (record, happening) => {
  record.arbitrationStep = 0;
  enterStep(record, happening);
};

/** The platform's word, which binds both; carried out a while later. */
const rule: Change = (record, { at }) => {
  const standing = openSolutionsOf(record, 'platform').at(-1);
  const solution = standing ?? propose(record, { ...rulingOf(record), owner: 'platform', status: 'reached', at });
  reach(solution, 'platform_arbitrate', at);
  // Seen on real ones: the platform's solution numbered -2 carries no status at all.
  if (solution.id === '-2') solution.status = '';
  record.reached = solution;
  note(record, { action: 'platform_force_reach', by: 'platform', at });
  moveTo(record, { detail: 'ae_feedback_finish', at });
};

/** The next step of the judgement, or its end. */
export const advanceArbitration: Change = (record, happening) => {
  record.arbitrationStep += 1;
  if (record.arbitrationStep < record.script.arbitration.length) enterStep(record, happening);
  else rule(record, happening);
};

/** Carries the ruling out. */
export const executeRuling: Change = (record, happening) => {
  const solution = record.reached;
  if (solution === undefined) return;
  if (solution.type === 'return_and_refund') startReturn(solution)(record, happening);
  else {
    payOut(solution, 'ruling')(record, happening);
    if (solution.status === 'reached') solution.status = 'perform';
  }
};
