import { createWriteChecks } from '../../../core/write-checks.js';
import { createSendOnce } from '../../../transport/case-writes.js';
import { marketplace } from '../classify.js';
import { readLagInMs } from './settle-rules.js';

export const { conflict, invalid, requireSeen, requireShape } = createWriteChecks(marketplace);

export const sendOnce = createSendOnce({ marketplace, longestWaitPerAttemptInMs: 60_000, readLagInMs });
