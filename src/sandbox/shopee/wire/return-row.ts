import { joinJson, type JsonObject } from '../../json.js';
import { disputeReasonText } from '../dispute-reasons.js';
import type { ReturnRecord } from '../record.js';
import { toClaimFields, toNewerFields } from './claim-fields.js';
import { toCompensationStatus, toDeadline, toStatus } from './deadline.js';

const toFlatStatuses = (record: ReturnRecord): JsonObject => ({
  due_date: record.dueAt,
  return_ship_due_date: toDeadline(record, record.shipDueAt),
  return_seller_due_date: toDeadline(record, record.sellerDueAt),
  negotiation_status: toStatus(record, record.negotiation.status),
  seller_proof_status: toStatus(record, record.proof.status),
  seller_compensation_status: toCompensationStatus(record),
});

/** What some real rows know beyond the reference. */
const toExtraFields = (record: ReturnRecord): JsonObject =>
  record.quirks.hasExtraFields
    ? {
        negotiation: { latest_solution: record.negotiation.solution },
        seller_evidence_deadline: toDeadline(record, record.proof.dueAt),
      }
    : {};

/** One return as a list has it: flat statuses, no logistics. */
export const writeReturnRow = (record: ReturnRecord): string =>
  joinJson(
    JSON.stringify(toClaimFields(record, disputeReasonText)),
    JSON.stringify(toFlatStatuses(record)),
    JSON.stringify(toNewerFields(record)),
    JSON.stringify(toExtraFields(record)),
  );
