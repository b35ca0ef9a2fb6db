import { createRandom } from '../../random.js';
import type { FbaReturn, OrderRecord } from '../record.js';
import { fbaReasons } from './reasons.js';
import { commentOf } from './words.js';

const dispositions = ['SELLABLE', 'DAMAGED', 'CUSTOMER_DAMAGED', 'DEFECTIVE', 'CARRIER_DAMAGED', 'EXPIRED'];
const statuses = ['Unit returned to inventory', 'Reimbursed', 'IMMEDIATE_DONATION'];

const at = (words: readonly string[], index: number): string => words[index % words.length] ?? '';

/** One unit as a fulfillment center booked it, or will book it. */
export const makeFbaReturn = (order: OrderRecord, index: number, processedAt: number): FbaReturn => {
  const random = createRandom('fba', order.orderId);
  return {
    order,
    item: order.items[0],
    processedAt,
    fulfillmentCenterId: random.pick(['LEX1', 'PHX7', 'CVG3', 'BHX4', 'NRT5']),
    disposition: at(dispositions, index),
    reason: at(fbaReasons, index),
    status: at(statuses, index),
    licensePlate: `LPN${random.text(10, '0123456789ABCDEF')}`,
    comment: commentOf(random),
  };
};
