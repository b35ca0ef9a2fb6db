import { present } from '../../../core/present.js';
import { isTrue, toIdentifier, toText } from '../mappers/values.js';
import type { WireAddress } from '../wire/application.js';

/** A place to which buyers return goods. Its street and telephone number are left at AliExpress. */
export interface AliExpressReturnAddress {
  /** `returnAddress` of an agreement or an offer. */
  readonly id: string;
  readonly isDefault: boolean;
  readonly country?: string;
  readonly province?: string;
  readonly city?: string;
}

export const toAddress = (wire: WireAddress): AliExpressReturnAddress =>
  present({
    id: toIdentifier(wire.address_id) ?? '',
    isDefault: String(wire.is_default) === '1' || isTrue(String(wire.is_default)),
    country: toText(wire.country),
    province: toText(wire.province),
    city: toText(wire.city),
  });
