import { formatMoney } from '../../../core/money.js';
import type { BacktestResult, DearCase } from '../../../policy/backtest/result.js';
import { fitToTerminal, fitToWords, renderTable, type Column } from '../../table.js';
import type { Paper } from '../../terminal.js';

const columns: readonly Column[] = [
  { title: 'amount', width: 20 },
  { title: 'case', width: 32 },
  { title: 'country', width: 9 },
  { title: 'reason', width: 26 },
  { title: 'month', width: 9 },
  { title: 'verdict', width: 30 },
  { title: 'rule', width: 40 },
];

const toRow = ({ amount, name, country, reason, month, before, verdict, rule }: DearCase): readonly string[] => [
  `${before !== null && amount.minor > 0 ? '+' : ''}${formatMoney(amount)}`,
  name,
  country,
  reason,
  month,
  before === null || before === verdict ? verdict : `${before} → ${verdict}`,
  rule ?? '',
];

const renderCases = (rows: readonly (readonly string[])[], { colors, width }: Paper): string =>
  renderTable(fitToTerminal(fitToWords(columns, rows), rows, width), rows, colors);

/** One table a currency: amounts of different currencies have no order. */
export const renderDearest = ({ dearest }: BacktestResult, paper: Paper): readonly string[] =>
  dearest.map(({ currency, cases }) => `${paper.colors.bold(`dearest in ${currency}`)}\n${renderCases(cases.map(toRow), paper)}`);
