import type { IssueRecord, Seconds, Solution } from '../record.js';
import type { Change } from './change.js';
import { moveTo, note } from './state.js';

/** A return needs an address to go to: the agreed one, or the time runs in which the seller has to name it. */
export const startReturn =
  (solution: Solution): Change =>
  (record, { at, waits }) => {
    record.reached = solution;
    if (record.returnAddressId === '' && record.script.returnsTo === 'seller')
      moveTo(record, {
        detail: 'wait_for_seller_set_return_address',
        at,
        timeout: { type: 'WAIT_SELLER_FILL_ADDRESS_TIMEOUT', at: at + waits.address },
      });
    else moveTo(record, { detail: 'wait_for_buyer_return', at });
  };

export const nameReturnAddress =
  (addressId: string): Change =>
  (record, { at }) => {
    record.returnAddressId = addressId;
    note(record, { action: 'seller_accept', by: 'seller', at });
    moveTo(record, { detail: 'wait_for_buyer_return', at });
  };

const fillParcel = (record: IssueRecord, at: Seconds): void => {
  const tail = record.issueId.slice(4, 12);
  const isFreeText = record.quirks.freeTextReturnNumber;
  Object.assign(record.parcel, {
    company: isFreeText ? '' : 'Cainiao Returns',
    lpNumber: isFreeText ? '' : `LP00${tail}`,
    number: isFreeText ? 'я отправила посылку вчера, номер на чеке' : `RB${tail}ES`,
    shippedAt: at,
  });
};

/** The buyer hands the parcel over; who receives it decides what is waited for. */
export const ship: Change = (record, { at, waits }) => {
  fillParcel(record, at);
  const { returnsTo } = record.script;
  if (returnsTo === 'provider') moveTo(record, { detail: 'wait_for_service_provider_response', at });
  else if (returnsTo === 'warehouse') moveTo(record, { detail: 'wait_for_warehouse_confirmation', at });
  else
    moveTo(record, {
      detail: 'wait_for_seller_confirmation',
      at,
      timeout: { type: 'WAIT_RECEIVE_ITEM_TIMEOUT', at: at + waits.receipt },
    });
};

export const passOnToWarehouse: Change = (record, { at }) => moveTo(record, { detail: 'wait_for_warehouse_confirmation', at });

export const startQualityCheck: Change = (record, { at }) => moveTo(record, { detail: 'wait_for_warehouse_quality_check', at });
