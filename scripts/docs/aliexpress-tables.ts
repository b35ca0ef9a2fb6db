import type { Case } from '../../src/index.js';
import * as reads from '../../src/marketplaces/aliexpress/endpoints/issue-reads.js';
import * as writes from '../../src/marketplaces/aliexpress/endpoints/issue-writes.js';
import * as orders from '../../src/marketplaces/aliexpress/endpoints/orders.js';
import * as reverse from '../../src/marketplaces/aliexpress/endpoints/reverse.js';
import * as tokens from '../../src/marketplaces/aliexpress/endpoints/tokens.js';
import { adapterBefore, caseOf } from './aliexpress-answers.js';
import { capabilitiesTable, type Effects } from './capability-table.js';
import { code, table } from './markdown.js';

const effects: Effects = {
  list: '`issuelist.get`, once for each status, 50 to a page',
  get: "`detail.get`; before it `issuelist.get` where the case's buyer is not in the index",
  accept: "`solution.agree` to what the buyer asks. Moves money and cannot be undone; a return needs the address's id",
  offer: "`solution.save`: refuses a solution of the buyer with one of the seller's own, or changes that one. Binding once taken",
  acceptOffer: '`solution.agree` to one of several solutions, or to one of the platform. Moves money and cannot be undone',
  rejectionReasons: '',
  reject: '',
  withdrawRejection: '',
  refund: '',
  submitEvidence: '`image.upload`: one picture. Cannot be taken back',
  message: '',
  track: '',
  settle: '`detail.get`. Reads only',
};

export const capabilityTable = (): string => capabilitiesTable(adapterBefore({}), effects);

interface CallFacts {
  readonly name: string;
  readonly documentation: string;
  readonly repeatable: 'safe' | 'once';
}

const isCall = (value: unknown): value is CallFacts =>
  typeof value === 'object' && value !== null && 'repeatable' in value && 'documentation' in value;

const byName = (left: CallFacts, right: CallFacts): number => (left.name < right.name ? -1 : 1);

const groups = [reads, writes, orders, reverse, tokens];

/** Every wire call with the page it was written from, and whether it may be repeated. */
export const callsTable = (): string =>
  table(
    ['Call', 'Repeated after a passing failure'],
    groups.flatMap((group) =>
      Object.values(group)
        .filter(isCall)
        .sort(byName)
        .map(({ name, documentation, repeatable }) => [
          `[${code(name)}](${documentation})`,
          repeatable === 'safe' ? 'yes' : '**no**: sent once',
        ]),
    ),
  );

const openWords = [
  'wait_for_seller_response wait_for_your_response wait_for_buyer_response wait_for_your_evidence wait_for_AE_feedback',
  'wait_for_final_solution wait_ae_final_feedback wait_for_seller_set_return_address wait_for_buyer_return',
  'wait_for_service_provider_response wait_for_warehouse_confirmation wait_for_warehouse_quality_check wait_for_seller_confirmation',
  'ae_feedback_finish any_new_word',
].flatMap((line) => line.split(' '));

const endings = [
  ['finish', 'refund_success'],
  ['finish', 'return_success'],
  ['finish', 'refund_reject'],
  ['canceled_issue', ''],
] as const;

const none = '–';

const rowOf = (words: readonly [string, string], { phase, waitingOn, outcome }: Case): readonly string[] => [
  code(words[0]),
  words[1] === '' ? '' : code(words[1]),
  code(phase),
  code(waitingOn),
  outcome === undefined ? none : code(outcome),
];

export const statusTable = async (): Promise<string> => {
  const words = [...openWords.map((word) => ['processing', word] as const), ...endings];
  const rows = words.map(async (pair) =>
    rowOf(pair, await caseOf({ issue_status: pair[0], reverse_detail_status: pair[1], process_dto_list: [cancelled] })),
  );
  return table(['`issue_status`', '`reverse_detail_status`', '`phase`', '`waitingOn`', '`outcome`'], await Promise.all(rows));
};

const cancelled = { action_type: 'cancel', submit_member_type: 'buyer' };

const situations = [
  ['WAIT_SOLUTION_TIMEOUT', 'wait_for_seller_response'],
  ['WAIT_SOLUTION_TIMEOUT', 'wait_for_your_response'],
  ['WAIT_SOLUTION_TIMEOUT', 'wait_for_buyer_response'],
  ['WAIT_SOLUTION_TIMEOUT', 'wait_for_your_evidence'],
  ['WAIT_SOLUTION_TIMEOUT', 'wait_for_AE_feedback'],
  ['WAIT_SELLER_FILL_ADDRESS_TIMEOUT', 'wait_for_seller_set_return_address'],
  ['WAIT_RECEIVE_ITEM_TIMEOUT', 'wait_for_seller_confirmation'],
  ['WAIT_RECEIVE_ITEM_TIMEOUT', 'wait_for_warehouse_confirmation'],
] as const;

const deadlinesOf = ({ deadlines }: Case): string =>
  deadlines.map(({ party, duty, onMiss }) => `${party}: ${code(duty)} → ${code(onMiss ?? 'unknown')}`).join('<br>');

const actionsOf = ({ actions }: Case): string =>
  actions.length === 0 ? none : [...new Set(actions.map(({ operation }) => code(operation)))].join(', ');

/** Whose date it is and what may be done meanwhile, where the buyer asks for a refund and keeps the goods. */
export const dutiesTable = async (): Promise<string> => {
  const rows = situations.map(async ([timeout, detail]) => {
    const found = await caseOf({ timeout_type: timeout, reverse_detail_status: detail });
    return [code(timeout), code(detail), deadlinesOf(found), actionsOf(found)];
  });
  return table(['`timeout_type`', 'and', 'Deadline: who, what, what silence means', 'Actions'], await Promise.all(rows));
};
