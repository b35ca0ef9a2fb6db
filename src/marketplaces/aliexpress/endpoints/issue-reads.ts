import { wireDetailAnswer, wirePage, type WireDetail } from '../wire/issues.js';
import { defineRead } from './define.js';
import { toIssuePage } from './issue-page.js';

export const issueStatuses = ['processing', 'finish', 'canceled_issue'] as const;
export type IssueStatus = (typeof issueStatuses)[number];

export interface IssueListInput {
  /** Always said: which issues come without it is not documented. */
  readonly status: IssueStatus;
  /** From 1. */
  readonly page: number;
  /** At most 50. */
  readonly pageSize: number;
  /** Epoch milliseconds. */
  readonly createdFrom?: number | undefined;
  readonly createdUntil?: number | undefined;
  readonly channelSellerId?: string | undefined;
}

export interface IssueInput {
  /** Digits; beyond 2^53 as well. */
  readonly issueId: string;
  /** The buyer's login name: the platform finds no issue without it. Personal data. */
  readonly buyerLoginId: string;
  readonly channelSellerId?: string | undefined;
}

const toId = (digits: string | undefined): bigint | undefined => (digits === undefined ? undefined : BigInt(digits));

export const getIssueList = defineRead({
  method: 'aliexpress.issue.issuelist.get',
  parameters: (input: IssueListInput) => ({
    query_dto: {
      current_page: input.page,
      page_size: input.pageSize,
      issue_status: input.status,
      create_time_start: input.createdFrom,
      create_time_end: input.createdUntil,
      channel_seller_id: toId(input.channelSellerId),
    },
  }),
  response: wirePage,
  parse: toIssuePage,
});

/** Undefined: the platform answered, and has no such issue of this buyer. */
export const getIssueDetail = defineRead({
  method: 'aliexpress.issue.detail.get',
  parameters: ({ issueId, buyerLoginId, channelSellerId }: IssueInput) => ({
    buyer_login_id: buyerLoginId,
    issue_id: issueId,
    channel_seller_id: channelSellerId,
  }),
  response: wireDetailAnswer,
  parse: ({ result_object: detail }): WireDetail | undefined => detail ?? undefined,
});
