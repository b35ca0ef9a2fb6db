import type { ReturnRecord, Seconds } from './record.js';
import type { ShopeeRegion } from './regions.js';

/** One kind of evidence a dispute has to bring; its requirement must come back letter by letter. */
export interface EvidenceModule {
  readonly index: number;
  readonly requirement: string;
  readonly isRequired: boolean;
}

export interface DisputeReason {
  readonly id: number;
  readonly modules: readonly EvidenceModule[];
}

/** The reasons' English words, which the list and detail show after a dispute. */
const texts: Readonly<Record<number, string>> = {
  41: 'The order was shipped and there is proof',
  44: "Cannot agree with the buyer's request",
  45: 'The item is not within its appreciation period',
  46: 'Did not receive the return product',
  47: 'Received return products with physical damage',
  48: 'Received an incomplete return',
  49: 'Received a wrong return product',
  50: "Received the return, the buyer's claim is incorrect",
  53: "The buyer's claim is incorrect",
  54: 'The refund amount is incorrect',
  81: 'Did not receive the return product',
  82: 'Received return products with physical damage',
  84: 'Received a wrong return product',
};

export const disputeReasonText = (id: number): string => texts[id] ?? 'Other';

/** The spaces at the ends are part of the requirement, as they are on the real site. */
const requirements = {
  unboxing: 'Photo(s) of opening the returned parcel, its label in the picture.',
  goods: 'Photo(s) of every returned item ',
  packing: '  Photo(s) of packing the order before it was shipped.',
  shipment: 'Proof of shipment  from the carrier',
};

const thai: Readonly<Record<keyof typeof requirements, string>> = {
  unboxing: 'ภาพการเปิดพัสดุที่ได้รับคืน โดยเห็นใบปะหน้า/ ',
  goods: 'ภาพสินค้าที่ได้รับคืนทุกชิ้น /',
  packing: 'ภาพการแพ็กสินค้าก่อนจัดส่ง/ ',
  shipment: 'หลักฐานการจัดส่ง/ ',
};

type RequirementName = keyof typeof requirements;

const requirementOf = (name: RequirementName, region: ShopeeRegion): string =>
  region === 'TH' ? `${thai[name]}${requirements[name]}` : requirements[name];

const needed: Readonly<Record<number, readonly RequirementName[]>> = {
  41: ['shipment'],
  44: ['packing'],
  45: ['packing'],
  46: [],
  47: ['unboxing', 'goods', 'packing'],
  48: ['unboxing', 'goods', 'packing'],
  49: ['unboxing', 'goods'],
  50: ['unboxing', 'goods', 'packing'],
  53: ['shipment'],
  54: ['shipment'],
  82: ['unboxing', 'goods'],
  84: ['unboxing', 'goods'],
};

/** Measured on Brazilian shops: this one's only module has no index, so the call can never be made complete. */
const brokenReason: DisputeReason = { id: 81, modules: [{ index: 0, requirement: 'live test', isRequired: true }] };

const toReason = (id: number, region: ShopeeRegion): DisputeReason => {
  if (id === brokenReason.id) return brokenReason;
  const names = needed[id] ?? [];
  const modules = names.map((name, position) => ({
    index: position + 1,
    requirement: requirementOf(name, region),
    // The last of several is asked for but may be missing.
    isRequired: position === 0 || position < names.length - 1,
  }));
  return { id, modules };
};

const idsOnReceipt = (region: ShopeeRegion): readonly number[] => (region === 'BR' ? [81, 82, 84] : [50, 49, 48, 47, 46]);

const idsOf = (record: ReturnRecord, now: Seconds): readonly number[] => {
  const { status, shop, compensation } = record;
  if (status === 'REQUESTED') return record.solution === 'REFUND' ? [53, 54, 41] : [44, 45];
  // Measured: empty before the parcel has arrived, and after the seller's time.
  if (status === 'PROCESSING') return record.deliveredAt > 0 && now <= record.sellerDueAt ? idsOnReceipt(shop.region) : [];
  if (status !== 'ACCEPTED' || compensation.status !== 'PENDING_REQUEST' || now > compensation.dueAt) return [];
  return record.deliveredAt > 0 ? idsOnReceipt(shop.region) : [53, 46];
};

/** The reasons a dispute of this return may give now. */
export const disputeReasonsOf = (record: ReturnRecord, now: Seconds): readonly DisputeReason[] =>
  idsOf(record, now).map((id) => toReason(id, record.shop.region));
