import { wireConvertedImage, wireNothing } from '../wire/proof.js';
import { wireDisputed, wireWritten } from '../wire/returns.js';
import { defineReturnsUpload, defineReturnsWrite } from './define.js';
import type { ReturnInput } from './return-reads.js';

export interface OfferInput extends ReturnInput {
  /** `RETURN_REFUND`: the goods come back. `REFUND`: the buyer keeps them. */
  readonly proposedSolution: 'RETURN_REFUND' | 'REFUND';
  /** Major units. Only where the solution's amount is adjustable; refused otherwise. */
  readonly proposedAdjustedRefundAmount?: number;
}

export interface DisputeModule {
  readonly moduleIndex: number;
  /** Exactly as `get_return_dispute_reason` gave it, spaces included. */
  readonly requirement: string;
  /** At most 3, from `convert_image`. */
  readonly imageUrls: readonly string[];
}

export interface DisputeInput extends ReturnInput {
  readonly email: string;
  readonly disputeReasonId: number;
  readonly images: readonly DisputeModule[];
  readonly text?: string;
}

export interface CancelDisputeInput extends ReturnInput {
  readonly email: string;
}

export interface ConvertImageInput extends ReturnInput {
  /** JPG or PNG of at most 10 MB. */
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
}

export interface UploadProofInput extends ReturnInput {
  readonly photos: readonly { readonly url: string; readonly thumbnail: string }[];
  readonly description?: string;
}

export interface UploadShippingProofInput extends ReturnInput {
  readonly carrierId: string;
  readonly carrierName?: string;
  /** 5 to 30 characters, no special ones. */
  readonly trackingNumber?: string;
  /** At most 3, from `media/upload_image`. */
  readonly imageIds?: readonly string[];
  readonly remarks?: string;
}

export interface Written {
  readonly returnSn: string;
}

const toWritten = (wire: { readonly return_sn: string }): Written => ({ returnSn: wire.return_sn });

const nothing = (): void => undefined;

/** Refunds the buyer in full at once; the goods stay with the buyer. Moves money and cannot be undone. */
export const confirm = defineReturnsWrite({
  operation: 'confirm',
  request: ({ returnSn }: ReturnInput) => ({ body: { json: { return_sn: returnSn } } }),
  response: wireWritten,
  parse: toWritten,
});

/** Proposes another solution; binding once the buyer takes it. */
export const offer = defineReturnsWrite({
  operation: 'offer',
  request: ({ returnSn, proposedSolution, proposedAdjustedRefundAmount }: OfferInput) => ({
    body: {
      json: {
        return_sn: returnSn,
        proposed_solution: proposedSolution,
        proposed_adjusted_refund_amount: proposedAdjustedRefundAmount,
      },
    },
  }),
  response: wireWritten,
  parse: toWritten,
});

/** Takes the buyer's proposal. Moves money and cannot be undone. */
export const acceptOffer = defineReturnsWrite({
  operation: 'accept_offer',
  request: ({ returnSn }: ReturnInput) => ({ body: { json: { return_sn: returnSn } } }),
  response: wireWritten,
  parse: toWritten,
});

const toDisputeModule = ({ moduleIndex, requirement, imageUrls }: DisputeModule): object => ({
  module_index: moduleIndex,
  requirement,
  image_url: imageUrls,
});

/** Raises a dispute; Shopee judges. The request fields `dispute_reason` and `images` of older documentation are dead. */
export const dispute = defineReturnsWrite({
  operation: 'dispute',
  request: ({ returnSn, email, disputeReasonId, images, text }: DisputeInput) => ({
    body: {
      json: {
        return_sn: returnSn,
        email,
        dispute_reason_id: disputeReasonId,
        image_list: images.length === 0 ? undefined : images.map(toDisputeModule),
        dispute_text_reason: text,
      },
    },
  }),
  response: wireDisputed,
  parse: toWritten,
});

/** Takes back a dispute about compensation; other disputes cannot be taken back. */
export const cancelDispute = defineReturnsWrite({
  operation: 'cancel_dispute',
  request: ({ returnSn, email }: CancelDisputeInput) => ({ body: { json: { return_sn: returnSn, email } } }),
  response: wireDisputed,
  parse: toWritten,
});

/** Turns a picture into an address that `dispute` and `upload_proof` take. Shows it to nobody yet, so it may be repeated. */
export const convertImage = defineReturnsUpload({
  operation: 'convert_image',
  request: ({ returnSn, content, contentType, fileName }: ConvertImageInput) => ({
    body: {
      multipart: [
        { name: 'return_sn', content: returnSn },
        { name: 'upload_image', content, contentType, fileName },
      ],
    },
  }),
  response: wireConvertedImage,
  parse: ({ url, thumbnail }) => ({ url, thumbnail: thumbnail ?? url }),
});

/** Adds pictures and text to a case on which Shopee asked for evidence. JSON, not a file upload. */
export const uploadProof = defineReturnsWrite({
  operation: 'upload_proof',
  request: ({ returnSn, photos, description }: UploadProofInput) => ({
    body: { json: { return_sn: returnSn, photo: photos, description } },
  }),
  response: wireNothing,
  parse: nothing,
});

/** Taiwan and Brazil: proves that the seller arranged the pickup. Not evidence for a dispute. */
export const uploadShippingProof = defineReturnsWrite({
  operation: 'upload_shipping_proof',
  request: ({ returnSn, carrierId, carrierName, trackingNumber, imageIds, remarks }: UploadShippingProofInput) => ({
    body: {
      json: {
        return_sn: returnSn,
        reverse_logistics_carrier_id: BigInt(carrierId),
        reverse_logistics_carrier_name: carrierName,
        tracking_number: trackingNumber,
        image_id_list: imageIds?.map((id) => ({ image_id: id })),
        remarks,
      },
    },
  }),
  response: wireNothing,
  parse: nothing,
});
