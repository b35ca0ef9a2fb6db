import { toNumber } from '../identifiers.js';
import type { IssueRecord, ReachedType, Seconds, Solution, SolutionOwner, SolutionStatus, SolutionType } from '../record.js';

/** What someone proposes. */
export interface Proposal {
  readonly type: SolutionType;
  readonly amountMinor: number;
  readonly content: string;
}

interface Proposing extends Proposal {
  readonly owner: SolutionOwner;
  readonly status: SolutionStatus;
  readonly at: Seconds;
}

const solutionIdOf = (record: IssueRecord, owner: SolutionOwner): string => {
  if (owner === 'platform' && record.quirks.platformSolutionMinusTwo) return '-2';
  const index = Number(record.issueId.slice(3, 9));
  return toNumber({ family: 'solution', ordinal: record.seller.ordinal, index, part: record.solutions.length + 1 });
};

/** Puts a new solution beside the others. */
export const propose = (record: IssueRecord, { owner, at, ...rest }: Proposing): Solution => {
  const solution: Solution = {
    ...rest,
    id: solutionIdOf(record, owner),
    owner,
    isDefault: !record.solutions.some((other) => other.owner === owner),
    createdAt: at,
    reachedType: '',
    version: 1,
    updatedAt: at,
    reachedAt: 0,
    buyerAcceptedAt: owner === 'buyer' ? at : 0,
    sellerAcceptedAt: owner === 'seller' ? at : 0,
    feeBearer: rest.type === 'return_and_refund' ? 'seller' : '',
  };
  record.solutions.push(solution);
  return solution;
};

export const revise = (solution: Solution, { type, amountMinor, content }: Proposal, at: Seconds): void => {
  Object.assign(solution, { type, amountMinor, content, updatedAt: at, version: solution.version + 1 });
};

export const reach = (solution: Solution, reachedType: ReachedType, at: Seconds): void => {
  solution.status = 'reached';
  solution.reachedType = reachedType;
  solution.reachedAt = at;
  solution.updatedAt = at;
};

/** Proposals of one side that still stand. */
export const openSolutionsOf = ({ solutions }: IssueRecord, owner: SolutionOwner): readonly Solution[] =>
  solutions.filter((solution) => solution.owner === owner && solution.status.startsWith('wait_'));

/** What the buyer wants most. */
export const defaultOf = ({ solutions }: IssueRecord): Solution | undefined =>
  solutions.find(({ owner, isDefault }) => owner === 'buyer' && isDefault);
