import type { Agenda } from './agenda.js';
import type { Seller } from './sellers.js';

export type ProcessingStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL';

/** What Amazon works on in the background: a report or a feed. Times that have not come are 0. */
export interface Job<Request> {
  readonly id: string;
  readonly seller: Seller;
  readonly request: Request;
  readonly createdAt: number;
  status: ProcessingStatus;
  startedAt: number;
  endedAt: number;
  documentId: string | undefined;
}

/** How a job ends: with a document, with nothing to say, or in an error that a document may explain. */
export interface JobOutcome {
  readonly status: 'DONE' | 'CANCELLED' | 'FATAL';
  readonly documentId?: string;
}

export interface JobBook<Request> {
  create(seller: Seller, request: Request, at: number): Job<Request>;
  find(id: string): Job<Request> | undefined;
  /** The newest first. */
  ofSeller(seller: Seller): readonly Job<Request>[];
  cancel(job: Job<Request>, at: number): void;
}

export interface JobBookOptions<Request> {
  readonly agenda: Agenda;
  readonly firstId: number;
  readonly queueInMs: number;
  readonly processingInMs: number;
  /** Does the work, at the moment it is finished. */
  readonly process: (job: Job<Request>, at: number, earlier: readonly Job<Request>[]) => JobOutcome;
}

const newJob = <Request>(id: string, seller: Seller, rest: Pick<Job<Request>, 'request' | 'createdAt'>): Job<Request> => ({
  id,
  seller,
  ...rest,
  status: 'IN_QUEUE',
  startedAt: 0,
  endedAt: 0,
  documentId: undefined,
});

export const createJobBook = <Request>(options: JobBookOptions<Request>): JobBook<Request> => {
  const { agenda, firstId, queueInMs, processingInMs, process } = options;
  const jobs: Job<Request>[] = [];
  const byId = new Map<string, Job<Request>>();

  const finish = (job: Job<Request>, at: number): void => {
    const { status, documentId } = process(job, at, jobs);
    job.status = status;
    job.endedAt = at;
    job.documentId = documentId;
  };
  const start = (job: Job<Request>, at: number): void => {
    if (job.status !== 'IN_QUEUE') return;
    job.status = 'IN_PROGRESS';
    job.startedAt = at;
    agenda.add(at + processingInMs, (endedAt) => finish(job, endedAt));
  };

  return {
    create: (seller, request, at) => {
      const id = `${firstId + jobs.length}0${String(20_700 + seller.ordinal)}`;
      const job = newJob(id, seller, { request, createdAt: at });
      jobs.push(job);
      byId.set(id, job);
      agenda.add(at + queueInMs, (startedAt) => start(job, startedAt));
      return job;
    },
    find: (id) => byId.get(id),
    ofSeller: (seller) => jobs.filter((job) => job.seller === seller).reverse(),
    cancel: (job, at) => {
      job.status = 'CANCELLED';
      job.endedAt = at;
    },
  };
};
