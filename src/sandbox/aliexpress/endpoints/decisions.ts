import type { JsonObject } from '../../json.js';
import { fromDollarMinor, fromMajorText } from '../currencies.js';
import type { Change } from '../lifecycle/change.js';
import { agreeTo, agreeToPlatform, counter, reviseOwn } from '../lifecycle/negotiation.js';
import { nameReturnAddress } from '../lifecycle/returning.js';
import { openSolutionsOf, type Proposal } from '../lifecycle/solutions.js';
import type { DetailStatus, IssueRecord, Solution, SolutionType } from '../record.js';
import { invalidParameter } from '../refusals.js';
import { refundAddressIds } from '../seed/addresses.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { findIssue, idOf, required, requiredId, requiredObject, textOf } from './input.js';

/** What the platform says of a write it does not take: no, without a reason. */
const refused: JsonObject = { result_object: false };

const applied = ({ world, now }: BusinessCall, record: IssueRecord, change: Change): JsonObject => {
  world.issues.change(record, now, change);
  return { result_object: true };
};

const negotiable: ReadonlySet<DetailStatus> = new Set([
  'wait_for_seller_response',
  'wait_for_your_response',
  'wait_for_buyer_response',
]);

const isNegotiated = ({ status, detail, arbitrationStep }: IssueRecord): boolean =>
  status === 'processing' && negotiable.has(detail) && arbitrationStep < 0;

const requireKnownAddress = (addressId: string): void => {
  if (addressId !== '' && !refundAddressIds.has(addressId)) throw invalidParameter('the return address does not exist');
};

const needsAddress = ({ type, amountMinor }: Proposal | Solution, { script }: IssueRecord): boolean =>
  type === 'return_and_refund' && amountMinor > 0 && script.returnsTo === 'seller';

/** The change an agreement makes; `undefined` where there is nothing to agree to. */
const agreementTo = (record: IssueRecord, solutionId: string, addressId: string): Change | undefined => {
  const { detail, reached } = record;
  if (detail === 'wait_for_seller_set_return_address' && reached?.id === solutionId)
    return addressId === '' ? undefined : nameReturnAddress(addressId);
  const ofBuyer = openSolutionsOf(record, 'buyer').find(({ id }) => id === solutionId);
  if (ofBuyer !== undefined && isNegotiated(record)) {
    if (needsAddress(ofBuyer, record) && addressId === '') throw invalidParameter('return_address_id must be given for a return');
    return agreeTo(ofBuyer, addressId);
  }
  const ofPlatform = openSolutionsOf(record, 'platform').find(({ id }) => id === solutionId);
  if (ofPlatform !== undefined && detail === 'wait_for_your_response') return agreeToPlatform(ofPlatform);
  return undefined;
};

const agree = (call: BusinessCall): JsonObject => {
  const buyerLoginId = required(call, 'buyer_login_id');
  const issueId = requiredId(call, 'issue_id');
  const solutionId = requiredId(call, 'solution_id');
  const addressId = idOf(call.texts.get('return_address_id'), 'return_address_id');
  requireKnownAddress(addressId);
  const record = findIssue(call, issueId, buyerLoginId);
  const change = record && agreementTo(record, solutionId, addressId);
  return record === undefined || change === undefined ? refused : applied(call, record, change);
};

const isSolutionType = (text: string): text is SolutionType => text === 'refund' || text === 'return_and_refund';

const amountOf = (input: JsonObject, { claim }: IssueRecord): number => {
  const currency = textOf(input['refund_amount_currency']);
  if (typeof input['refund_amount'] !== 'string') throw invalidParameter('refund_amount must be text');
  if (currency !== claim.currency && currency !== 'USD') throw invalidParameter('refund_amount_currency is not supported');
  const minor = fromMajorText(input['refund_amount'], currency);
  if (minor === undefined) throw invalidParameter('refund_amount is not an amount');
  const local = currency === claim.currency ? minor : fromDollarMinor(minor, claim.currency);
  if (local > claim.maximumMinor) throw invalidParameter('refund_amount exceeds the maximum refund');
  return local;
};

const contentOf = (input: JsonObject): string => {
  const content = textOf(input['solution_context']);
  if (content.trim() === '') throw invalidParameter('solution_context must be given');
  return content;
};

/** The change a new counter-solution makes; `undefined` where it answers nothing that stands. */
const additionOf = (input: JsonObject, record: IssueRecord, addressId: string): Change | undefined => {
  const type = textOf(input['add_solution_type']);
  if (!isSolutionType(type)) throw invalidParameter('add_solution_type must be refund or return_and_refund');
  const refusedId = idOf(input['buyer_solution_id'], 'buyer_solution_id');
  const answered = openSolutionsOf(record, 'buyer').find(({ id }) => id === refusedId);
  if (answered === undefined) return undefined;
  if (record.claim.isNotReceived && type !== answered.type)
    throw invalidParameter('the type can be changed only where goods are not as described');
  const proposal: Proposal = { type, amountMinor: amountOf(input, record), content: contentOf(input) };
  if (needsAddress(proposal, record) && addressId === '') throw invalidParameter('return_good_address_id must be given');
  return counter(proposal, addressId);
};

const modificationOf = (input: JsonObject, record: IssueRecord, addressId: string): Change | undefined => {
  const ownId = idOf(input['modify_seller_solution_id'], 'modify_seller_solution_id');
  const own = openSolutionsOf(record, 'seller').find(({ id }) => id === ownId);
  if (own === undefined) return undefined;
  return reviseOwn(own, { type: own.type, amountMinor: amountOf(input, record), content: contentOf(input) }, addressId);
};

const save = (call: BusinessCall): JsonObject => {
  const input = requiredObject(call, 'param_dto');
  const isAddition = input['add_seller_solution'];
  if (typeof isAddition !== 'boolean') throw invalidParameter('add_seller_solution must be true or false');
  const addressId = idOf(input['return_good_address_id'], 'return_good_address_id');
  requireKnownAddress(addressId);
  const record = findIssue(call, idOf(input['issue_id'], 'issue_id'), textOf(input['buyer_login_id']));
  if (record === undefined || !isNegotiated(record)) return refused;
  const change = isAddition ? additionOf(input, record, addressId) : modificationOf(input, record, addressId);
  return change === undefined ? refused : applied(call, record, change);
};

export const decisionMethods: readonly BusinessMethod[] = [
  { name: 'aliexpress.issue.solution.agree', answer: agree },
  { name: 'aliexpress.issue.solution.save', answer: save },
];
