/** Where returned goods go; made up. */
export const refundAddressId = '90012345';
export const otherRefundAddressId = '90012399';

export const refundAddressIds: ReadonlySet<string> = new Set([refundAddressId, otherRefundAddressId]);
