import { createWriteChecks } from '../../../core/write-checks.js';
import { createSendOnce } from '../../../transport/case-writes.js';
import { marketplace } from '../classify.js';

/**
 * How long a read may still show the case as it was before a write. AliExpress documents no delay; until this has passed an unchanged
 * case proves nothing.
 */
export const readLagInMs = 120_000;

export const { conflict, invalid, requireSeen, requireShape } = createWriteChecks(marketplace);

export const sendOnce = createSendOnce({ marketplace, longestWaitPerAttemptInMs: 60_000, readLagInMs });
