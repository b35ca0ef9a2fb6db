import type { Change } from './change.js';
import { moveParcel } from './parcel.js';

/** The seller proved to have sent someone for the parcel. */
export const recordShippingProof =
  (trackingNumber: string): Change =>
  (record, at) => {
    record.isShippingProofUploaded = true;
    record.parcel.trackingNumber = trackingNumber;
    moveParcel(record.parcel, 'LOGISTICS_REQUEST_CREATED', at);
  };
