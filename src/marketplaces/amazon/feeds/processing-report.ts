import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { toProviderMessage } from '../../../transport/redact.js';
import { marketplace } from '../classify.js';
import { readXml } from '../reports/read-xml.js';

/** What Amazon made of a feed. `DONE` only says that this exists. */
export interface ProcessingReport {
  readonly processed: number;
  readonly successful: number;
  readonly withError: number;
  readonly withWarning: number;
  readonly problems: readonly { readonly code: string; readonly text: string; readonly orderId?: string }[];
}

const operation = 'feeds.processingReport';

export const reportError = (what: string): UnexpectedResponseError =>
  new UnexpectedResponseError(`amazon: ${what}`, { marketplace, operation });

const counts = ['MessagesProcessed', 'MessagesSuccessful', 'MessagesWithError', 'MessagesWithWarning'] as const;

/** Beyond this many, more problems tell nothing more. */
const mostProblems = 50;

class ReportCollector {
  readonly #values = new Map<string, string>();
  readonly #problems: { code: string; text: string; orderId?: string }[] = [];
  #result: Map<string, string> | undefined;
  #isReport = false;

  onOpen(name: string): void {
    if (name === 'ProcessingReport') this.#isReport = true;
    if (name === 'Result') this.#result = new Map();
  }

  onClose(name: string, text: string): void {
    if (name !== 'Result') (this.#result ?? this.#values).set(name, text);
    else if (this.#result !== undefined && this.#problems.length < mostProblems) this.#closeResult(this.#result);
    if (name === 'Result') this.#result = undefined;
  }

  #closeResult(result: ReadonlyMap<string, string>): void {
    const orderId = result.get('AmazonOrderID');
    this.#problems.push({
      code: toProviderMessage(result.get('ResultMessageCode') ?? '').slice(0, 20),
      text: toProviderMessage(result.get('ResultDescription') ?? ''),
      ...(orderId === undefined || orderId === '' ? {} : { orderId }),
    });
  }

  toReport(): ProcessingReport {
    const numbers = counts.map((name) => Number(this.#values.get(name) ?? Number.NaN));
    const [processed = 0, successful = 0, withError = 0, withWarning = 0] = numbers;
    if (!this.#isReport || numbers.slice(0, 3).some((count) => !Number.isSafeInteger(count))) {
      throw reportError('the document of a feed is no processing report with its counts');
    }
    return {
      processed,
      successful,
      withError,
      withWarning: Number.isNaN(withWarning) ? 0 : withWarning,
      problems: this.#problems,
    };
  }
}

/** Reads a processing report. Success is told by its counts; the words of its codes are not documented. */
export const readProcessingReport = async (bytes: AsyncIterable<Buffer>): Promise<ProcessingReport> => {
  const collector = new ReportCollector();
  const events = {
    onOpen: (name: string) => collector.onOpen(name),
    onClose: (name: string, text: string) => collector.onClose(name, text),
  };
  const reading = readXml(bytes, events, () => undefined);
  while ((await reading.next()).done !== true);
  return collector.toReport();
};

/** A result that names an order must name ours. */
export const requireOrder = ({ problems }: ProcessingReport, orderId: string, feedId: string): void => {
  const stranger = problems.find((problem) => problem.orderId !== undefined && problem.orderId !== orderId);
  if (stranger !== undefined)
    throw reportError(`the processing report of feed ${feedId} is about another order than the one refunded`);
};
