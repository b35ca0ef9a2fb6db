import { wireWritten } from '../wire/issues.js';
import { defineWrite, nothing } from './define.js';

interface Addressed {
  readonly issueId: string;
  readonly buyerLoginId: string;
}

export interface AgreeInput extends Addressed {
  /** A solution of the buyer or the platform. */
  readonly solutionId: string;
  /** Where the goods go; demanded when the solution is a return. */
  readonly returnAddressId?: string | undefined;
}

export type SolutionType = 'refund' | 'return_and_refund';

/** Either answers a solution of the buyer with one of the seller's own, or changes the seller's own. */
export type SaveInput = Addressed & {
  readonly type: SolutionType;
  /** Major units as text, with the currency beside it. */
  readonly amount: string;
  readonly currency: string;
  /** Shown to the buyer. */
  readonly text: string;
  readonly returnAddressId?: string | undefined;
} & ({ readonly answering: string } | { readonly changing: string });

export interface ImageInput extends Addressed {
  readonly extension: 'jpg' | 'png';
  readonly content: Uint8Array;
}

/** Agrees to a solution. Moves money where the solution is a refund, and cannot be undone. */
export const agreeToSolution = defineWrite({
  method: 'aliexpress.issue.solution.agree',
  parameters: ({ issueId, buyerLoginId, solutionId, returnAddressId }: AgreeInput) => ({
    buyer_login_id: buyerLoginId,
    issue_id: issueId,
    solution_id: solutionId,
    return_address_id: returnAddressId,
  }),
  response: wireWritten,
  parse: nothing,
});

/** Proposes a solution; binding once the buyer takes it. The only way to refuse, too. */
export const saveSolution = defineWrite({
  method: 'aliexpress.issue.solution.save',
  parameters: (input: SaveInput) => {
    const isNew = 'answering' in input;
    const address = input.returnAddressId === undefined ? undefined : BigInt(input.returnAddressId);
    return {
      param_dto: {
        add_seller_solution: isNew,
        add_solution_type: isNew ? input.type : undefined,
        buyer_login_id: input.buyerLoginId,
        buyer_solution_id: isNew ? BigInt(input.answering) : undefined,
        issue_id: BigInt(input.issueId),
        modify_seller_solution_id: isNew ? undefined : BigInt(input.changing),
        refund_amount: input.amount,
        refund_amount_currency: input.currency,
        return_good_address_id: address,
        solution_context: input.text,
      },
    };
  },
  response: wireWritten,
  parse: nothing,
});

/** Adds a picture to an issue. Shown to the buyer and the platform, and cannot be taken back. */
export const uploadImage = defineWrite({
  method: 'aliexpress.issue.image.upload',
  parameters: ({ issueId, buyerLoginId, extension }: ImageInput) => ({
    buyer_login_id: buyerLoginId,
    extension,
    issue_id: issueId,
  }),
  file: ({ content, extension }) => ({
    name: 'image_bytes',
    content,
    // A name of the user's own could tell about a person.
    fileName: `evidence.${extension}`,
    contentType: extension === 'png' ? 'image/png' : 'image/jpeg',
  }),
  response: wireWritten,
  parse: nothing,
});
