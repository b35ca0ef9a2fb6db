import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { TrackingEvent } from '../../../core/operations.js';
import type { AmazonContext } from '../context.js';
import { toEvents } from '../mappers/tracking.js';
import { mappingOf } from './own-case.js';
import { readJoined } from './read-case.js';

/** What the sources say of the goods' way: few moments, because Amazon gives no carrier's events. The calls of `get`. */
export const trackCase =
  (context: AmazonContext) =>
  async (id: CaseId, options?: CallOptions): Promise<readonly TrackingEvent[]> =>
    toEvents(await readJoined(context, id, options), mappingOf(context).zone);
