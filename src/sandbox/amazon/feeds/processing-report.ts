import { element, textElement } from '../xml.js';
import type { FeedProblem } from './adjustment.js';

/** What became of one message. */
export interface MessageResult {
  readonly messageId: string;
  readonly problem: FeedProblem | undefined;
}

export interface ProcessingReport {
  readonly transactionId: string;
  readonly results: readonly MessageResult[];
}

const toResult = (messageId: string, { code, description, orderId, orderItemId }: FeedProblem): string =>
  element(
    'Result',
    textElement('MessageID', messageId),
    textElement('ResultCode', 'Error'),
    textElement('ResultMessageCode', code),
    textElement('ResultDescription', description),
    ...(orderId === undefined
      ? []
      : [
          element(
            'AdditionalInfo',
            textElement('AmazonOrderID', orderId),
            ...(orderItemId === undefined ? [] : [textElement('AmazonOrderItemCode', orderItemId)]),
          ),
        ]),
  );

/** Successful messages are counted, not listed. */
export const writeProcessingReport = ({ transactionId, results }: ProcessingReport): string => {
  const failed = results.flatMap(({ messageId, problem }) => (problem === undefined ? [] : [toResult(messageId, problem)]));
  const summary = element(
    'ProcessingSummary',
    textElement('MessagesProcessed', String(results.length)),
    textElement('MessagesSuccessful', String(results.length - failed.length)),
    textElement('MessagesWithError', String(failed.length)),
    textElement('MessagesWithWarning', '0'),
  );
  const head = element('Header', textElement('DocumentVersion', '1.02'), textElement('MerchantIdentifier', 'M_SANDBOX'));
  const report = element(
    'ProcessingReport',
    textElement('DocumentTransactionID', transactionId),
    textElement('StatusCode', 'Complete'),
    summary,
    ...failed,
  );
  const message = element('Message', textElement('MessageID', '1'), report);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('AmazonEnvelope', head, textElement('MessageType', 'ProcessingReport'), message)}\n`;
};

/** The layout of the flat report is not documented: a summary, then a table of what failed. */
export const writeFlatProcessingReport = ({ results }: ProcessingReport): string => {
  const failed = results.filter(({ problem }) => problem !== undefined);
  const rows = failed.map(({ messageId, problem }) => [messageId, problem?.code, 'Error', problem?.description].join('\t'));
  return [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${results.length}`,
    `\tNumber of records successful\t\t${results.length - failed.length}`,
    '',
    ['original-record-number', 'error-code', 'error-type', 'error-message'].join('\t'),
    ...rows,
    '',
  ].join('\n');
};
