import { parseCaseId } from '../../core/ids.js';
import { formatMoney, type Money } from '../../core/money.js';
import type { ResponseStep } from '../../responder/response-plan.js';
import { formatMoment, formatSpan, formatTimeLeft } from '../format.js';
import { renderTable, type Column } from '../table.js';
import type { Colors, Terminal } from '../terminal.js';
import type { DemoReport, ReportedCase, Totals } from './report.js';

type Paper = Pick<Terminal, 'colors' | 'width'>;

/** One column of the inbox: where it is, and how a case fills it. */
interface InboxColumn extends Column {
  readonly cell: (reported: ReportedCase, colors: Colors) => string;
}

/** Amazon's cases have no number of their own: the order's stands for them here. */
const shortNativeId = (id: ReportedCase['id']): string => parseCaseId(id).nativeId.split('/', 1).join('');

const shortId = ({ id, account }: Pick<ReportedCase, 'id' | 'account'>): string =>
  `${account.replace(/^(?:shopee|amazon)-/, '')} ${shortNativeId(id)}`;

const dueOf = ({ next }: ReportedCase, colors: Colors): string => {
  if (next === null) return colors.dim('no deadline');
  const text = `${next.certainty === 'estimated' ? '~' : ''}${formatTimeLeft(next.dueInMs)}`;
  const hours = next.dueInMs / 3_600_000;
  return hours < 24 ? colors.red(text) : hours < 48 ? colors.yellow(text) : text;
};

const decisionOf = ({ decision }: ReportedCase, colors: Colors): string => {
  const paint = { eligible: colors.green, 'needs-review': colors.yellow, ineligible: colors.red }[decision.verdict];
  const rule = decision.because[0]?.rule ?? decision.reasons[0] ?? 'no rule applies';
  return `${paint(decision.verdict)} ${colors.dim(rule)}`;
};

const amountOf = (money: Money | null | undefined): string =>
  money === null || money === undefined ? 'in full' : formatMoney(money);

const stepText = (step: ResponseStep): string => {
  if (step.type === 'person') return `person: ${step.task}`;
  if (step.operation === 'accept') return `refund ${amountOf(step.refund)}`;
  if (step.operation === 'acceptOffer') return `take offer ${amountOf(step.refund)}`;
  return `ask goods back, ${amountOf(step.input.amount)}`;
};

const answerOf = ({ plan, waitingOn }: ReportedCase, colors: Colors): string => {
  const [step] = plan.steps;
  if (step === undefined) return colors.dim(`wait for ${waitingOn}`);
  return plan.needsApproval ? colors.yellow(stepText(step)) : colors.green(stepText(step));
};

const askedOf = ({ requested }: ReportedCase): string => (requested === null ? '' : formatMoney(requested));

/** A reason in the marketplace's own words where they are not understood. */
const reasonOf = ({ reason, rawReason }: ReportedCase): string =>
  reason === 'unknown' && rawReason !== '' ? `"${rawReason.length > 23 ? `${rawReason.slice(0, 22)}…` : rawReason}"` : reason;

const due: InboxColumn = { title: 'DUE', width: 16, cell: dueOf };
const duty: InboxColumn = { title: 'DUTY', width: 20, cell: ({ next }) => next?.duty ?? '' };
const silence: InboxColumn = { title: 'IF SILENT', width: 18, cell: ({ next }) => next?.onMiss ?? '' };
const id: InboxColumn = { title: 'CASE', width: 29, cell: shortId };
const reason: InboxColumn = { title: 'REASON', width: 27, cell: reasonOf };
const asked: InboxColumn = { title: 'ASKED', width: 13, cell: askedOf };
const decision: InboxColumn = { title: 'DECISION BY RULE', width: 31, cell: decisionOf };
const answer: InboxColumn = { title: 'ANSWER', width: 26, cell: answerOf };

/** A narrow terminal gets what cannot be left out. */
const columnsFor = (width: number): readonly InboxColumn[] =>
  width >= 180
    ? [due, duty, silence, id, reason, asked, decision, answer]
    : [due, silence, { ...id, width: 20 }, asked, decision, answer];

const totals = (amounts: Totals): string => Object.values(amounts).map(formatMoney).join(' + ') || 'nothing';

/** The inbox as a table, the most urgent case first. */
export const renderInbox = (report: Pick<DemoReport, 'inbox' | 'readAt'>, { colors, width }: Paper): string => {
  const columns = columnsFor(width);
  const rows = report.inbox.map((reported) => columns.map(({ cell }) => cell(reported, colors)));
  return [
    colors.bold(`Inbox: ${report.inbox.length} open cases on ${formatMoment(report.readAt)}`),
    renderTable(columns, rows, colors),
  ].join('\n\n');
};

const answerLine = ({ id, operation, receipt, settlement, refund }: DemoReport['answers'][number], colors: Colors): string => {
  const effect = refund === null ? '' : ` ${formatMoney(refund)}`;
  const how =
    receipt === 'uncertain'
      ? colors.yellow(`answer lost → settled as ${settlement ?? 'unknown'}, sent once`)
      : colors.green(receipt);
  return `  ${parseCaseId(id).nativeId}  ${operation}${effect}  ${how}`;
};

const moveLine = ({ id, from, to, outcome, refunded, cause }: DemoReport['moved'][number], colors: Colors): string => {
  const money = refunded === null ? '' : colors.red(`  ${formatMoney(refunded)} to the buyer by ${cause ?? 'unknown'}`);
  return `  ${parseCaseId(id).nativeId}  ${from} → ${to}${outcome === null ? '' : ` (${outcome})`}${money}`;
};

const promiseLine = ({ promise, kept, detail }: DemoReport['promises'][number], colors: Colors): string =>
  `  ${kept ? colors.green('kept  ') : colors.red('BROKEN')}  ${promise} ${colors.dim(`(${detail})`)}`;

const summaryLines = ({ summary }: DemoReport): readonly string[] => [
  `  agreed by our answers     ${totals(summary.answered)}`,
  `  refunded by silence       ${totals(summary.bySilence)}`,
  `  asked, left to a person   ${totals(summary.waiting)}`,
  `  ${summary.calls} calls, ${summary.faults} of them made to fail`,
];

export const renderReport = (report: DemoReport, paper: Paper): string => {
  const { colors } = paper;
  return [
    renderInbox(report, paper),
    [
      colors.bold(`Answers sent without a person: ${report.answers.length}`),
      ...report.answers.map((sent) => answerLine(sent, colors)),
    ].join('\n'),
    [
      colors.bold(`${formatSpan(report.passedInMs)} later, nobody having looked`),
      ...report.moved.map((move) => moveLine(move, colors)),
    ].join('\n'),
    [colors.bold('Money'), ...summaryLines(report)].join('\n'),
    [colors.bold('Promises'), ...report.promises.map((promise) => promiseLine(promise, colors))].join('\n'),
  ].join('\n\n');
};
