import type { DetailStatus, IssueRecord, ProcessEntry, Seconds, TimeoutType } from '../record.js';

interface Move {
  readonly detail: DetailStatus;
  readonly at: Seconds;
  readonly timeout?: { readonly type: TimeoutType; readonly at: Seconds };
}

/** Puts an issue into its next state, with the clock that runs there. */
export const moveTo = (record: IssueRecord, { detail, at, timeout }: Move): void => {
  record.detail = detail;
  record.stateSince = at;
  record.timeout = timeout;
};

type Words = Omit<ProcessEntry, 'attachments' | 'content'> & Partial<Pick<ProcessEntry, 'content'>>;

/** Adds a line to the history; images the seller uploaded before go with the seller's words. */
export const note = (record: IssueRecord, { content = '', ...words }: Words): void => {
  const attachments = words.by === 'seller' ? record.pendingImages.splice(0) : [];
  record.history.push({ ...words, content, attachments });
};
