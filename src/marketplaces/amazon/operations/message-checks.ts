import type { Issue } from '../../../core/errors/caller-errors.js';
import type { BuyerMessage } from '../../../core/inputs.js';
import { isMessageKind, messageKinds, mostAttachments, type AmazonMessageKind } from './message-kinds.js';

const textIssues = (text: string, kind: AmazonMessageKind): readonly Issue[] => {
  const path = 'message.text';
  const { longestText } = messageKinds[kind];
  if (longestText === 0) return text === '' ? [] : [{ path, message: `'${kind}' carries no text: leave it empty` }];
  const issues: Issue[] = [];
  if (text.trim() === '') issues.push({ path, message: 'expected a text' });
  if (text.length > longestText) issues.push({ path, message: `expected at most ${longestText} characters for '${kind}'` });
  if (/<\/?[a-z][^>]*>/i.test(text)) issues.push({ path, message: 'Amazon refuses HTML' });
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(text)) issues.push({ path, message: 'Amazon refuses e-mail addresses' });
  return issues;
};

const fileIssues = (files: BuyerMessage['attachments'], kind: AmazonMessageKind): readonly Issue[] => {
  const path = 'message.attachments';
  const { attachments } = messageKinds[kind];
  const given = files ?? [];
  const issues: Issue[] = [];
  if (attachments === 'none' && given.length > 0) issues.push({ path, message: `'${kind}' carries no files` });
  if (attachments === 'required' && given.length === 0) issues.push({ path, message: `'${kind}' needs one file at least` });
  if (given.length > mostAttachments) issues.push({ path, message: `expected at most ${mostAttachments} files` });
  for (const [index, file] of given.entries()) {
    if (!('content' in file)) issues.push({ path: `${path}.${index}`, message: 'Amazon takes contents, not addresses' });
    else if (file.content.length === 0) issues.push({ path: `${path}.${index}.content`, message: 'is empty' });
  }
  return issues;
};

/** What is wrong with a message before anything is read. */
export const messageIssues = ({ text, attachments }: BuyerMessage, kind: string): readonly Issue[] =>
  isMessageKind(kind)
    ? [...textIssues(text, kind), ...fileIssues(attachments, kind)]
    : [{ path: 'message.kind', message: `expected one of ${Object.keys(messageKinds).join(', ')}` }];
