import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import type { StoredDocument } from '../documents.js';
import type { Job, JobBook } from '../job-book.js';
import { pageOf } from '../paging.js';
import { invalidInput } from '../refusal.js';
import type { AmazonCall } from '../world.js';
import { instantOf, listOf, requireOneOf, respond, toOffsetTime, wholeOf } from './input.js';

/** What Amazon says of reports and of feeds alike. */

interface JobRequest {
  readonly marketplaceIds: readonly string[];
}

const statuses = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'];
const longestAgoInMs = 90 * 86_400_000;

const optionalTime = (at: number): string | undefined => (at === 0 ? undefined : toOffsetTime(at));

/** The fields that both have under the same name. */
export const progressOf = ({ request, createdAt, status, startedAt, endedAt }: Job<JobRequest>): JsonObject => ({
  marketplaceIds: request.marketplaceIds,
  createdTime: toOffsetTime(createdAt),
  processingStatus: status,
  processingStartTime: optionalTime(startedAt),
  processingEndTime: optionalTime(endedAt),
});

/** A token stands alone: what the list was asked for is inside it. */
const searchOf = ({ request: { query }, world }: AmazonCall): URLSearchParams => {
  const token = query.get('nextToken');
  if (token === null) return query;
  if ([...query.keys()].length > 1) throw invalidInput('nextToken must be the only parameter');
  const note = world.pageTokens.noteOf(token);
  if (note === undefined) throw invalidInput('The nextToken is invalid or has expired.');
  return new URLSearchParams(note);
};

export interface JobList<Request extends JobRequest> {
  readonly book: JobBook<Request>;
  /** `reportTypes` or `feedTypes`. */
  readonly typesName: string;
  readonly typeOf: (request: Request) => string;
  readonly toWire: (job: Job<Request>) => JsonObject;
}

const matcherOf = <Request extends JobRequest>(
  { typesName, typeOf }: JobList<Request>,
  query: URLSearchParams,
  now: number,
): ((job: Job<Request>) => boolean) => {
  const types = listOf(query, typesName);
  if (types.length < 1 || types.length > 10) throw invalidInput(`${typesName} must have 1 to 10 entries`);
  const wanted = listOf(query, 'processingStatuses').map((status) => requireOneOf(status, statuses, 'processing status'));
  const stores = listOf(query, 'marketplaceIds');
  const from = instantOf(query.get('createdSince'), 'createdSince') ?? now - longestAgoInMs;
  if (from < now - longestAgoInMs - 60_000) throw invalidInput('createdSince lies more than 90 days back');
  const until = instantOf(query.get('createdUntil'), 'createdUntil') ?? now;
  return ({ request, status, createdAt }) =>
    types.includes(typeOf(request)) &&
    (wanted.length === 0 || wanted.includes(status)) &&
    (stores.length === 0 || request.marketplaceIds.some((id) => stores.includes(id))) &&
    createdAt >= from &&
    createdAt <= until;
};

/** One page of a seller's jobs, the newest first. */
export const listJobs = <Request extends JobRequest>(
  call: AmazonCall,
  list: JobList<Request>,
): { readonly jobs: readonly JsonObject[]; readonly nextToken: string | undefined } => {
  const search = searchOf(call);
  const rows = list.book.ofSeller(call.seller).filter(matcherOf(list, search, call.now));
  const freeNames = [list.typesName, 'processingStatuses', 'marketplaceIds', 'createdSince', 'createdUntil', 'pageSize'];
  const size = wholeOf(search, 'pageSize', { least: 1, most: 100, otherwise: 10 });
  const page = pageOf(call, { rows, size, tokenName: 'nextToken', freeNames, note: search.toString() });
  return { jobs: page.rows.map(list.toWire), nextToken: page.nextToken };
};

/** Only what has not begun can be taken out of the queue. */
export const cancelJob = <Request>(
  call: AmazonCall,
  { book, job, what }: { readonly book: JobBook<Request>; readonly job: Job<Request>; readonly what: string },
): Reply => {
  if (job.status !== 'IN_QUEUE') throw invalidInput(`Only ${what} with processingStatus IN_QUEUE can be cancelled.`);
  book.cancel(job, call.now);
  return { status: 200, body: '', error: '' };
};

/** Where a document can be read, under the name that its API gives its id. */
export const answerDocument = ({ world, now, request }: AmazonCall, document: StoredDocument, idName: string): Reply => {
  const encoding = request.query.get('enableContentEncodingUrlHeader') === 'true' ? 'declared' : 'identity';
  return respond(200, {
    [idName]: document.id,
    compressionAlgorithm: document.isGzip ? 'GZIP' : undefined,
    url: world.documents.downloadUrl(document, now, encoding),
  });
};
