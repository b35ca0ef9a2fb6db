import { createWriteChecks } from '../../../core/write-checks.js';
import { createAttempts } from '../../../transport/case-writes.js';
import { marketplace } from '../classify.js';

export const { conflict, invalid, requireSeen, requireOffered, requireShape } = createWriteChecks(marketplace);

/** A quota of one call in two minutes is the slowest. */
const longestWaitPerAttemptInMs = 180_000;

export const { toAttempt, journal } = createAttempts({ marketplace, longestWaitPerAttemptInMs });
