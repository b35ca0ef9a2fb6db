import { formatMoney, type Money } from '../../../core/money.js';
import { changeableParts, type BacktestGroup, type BacktestResult, type Outlook } from '../../../policy/backtest/result.js';
import { fitToTerminal, renderTable, type Column } from '../../table.js';
import type { Paper } from '../../terminal.js';
import { renderDearest } from './render-dearest.js';

const signed = (amount: Money): string => (amount.minor > 0 ? `+${formatMoney(amount)}` : formatMoney(amount));

const showAmounts = (amounts: readonly Money[], show: (amount: Money) => string): string =>
  amounts.length === 0 ? '–' : amounts.map(show).join('  ');

const leftOut = ({ unknown, withoutWayBack }: Pick<Outlook, 'unknown' | 'withoutWayBack'>): string =>
  [
    ...(unknown === 0 ? [] : [`${String(unknown)} with a refund nobody knows`]),
    ...(withoutWayBack === 0 ? [] : [`${String(withoutWayBack)} without the way back`]),
  ].join(', ');

const outlookRow = (title: string, outlook: Outlook): readonly string[] => [
  title,
  String(outlook.verdicts.eligible),
  String(outlook.verdicts['needs-review']),
  String(outlook.verdicts.ineligible),
  showAmounts(outlook.cost, formatMoney),
  leftOut(outlook),
];

const outlookColumns: readonly Column[] = [
  { title: 'policy', width: 10 },
  { title: 'eligible', width: 10 },
  { title: 'review', width: 10 },
  { title: 'ineligible', width: 12 },
  { title: 'costs the seller', width: 44 },
  { title: 'left out', width: 52 },
];

const renderOutlooks = ({ policy, against }: BacktestResult, { colors, width }: Paper): string => {
  const rows = [
    ...(against === null ? [] : [outlookRow('before', against)]),
    outlookRow(against === null ? '' : 'after', policy),
  ];
  return renderTable(fitToTerminal(outlookColumns, rows, width), rows, colors);
};

/** What to add to the cases, so that fewer are left out. */
const renderWanted = ({ policy: { wanted, unknown } }: BacktestResult): readonly string[] =>
  unknown === 0 || wanted.length === 0
    ? []
    : [
        `refunds nobody knows lack ${wanted
          .slice(0, 5)
          .map(({ fact, cases }) => `${fact} (${String(cases)})`)
          .join(', ')}`,
      ];

const renderChanges = ({ changes, cases }: BacktestResult): readonly string[] => {
  if (changes === null) return [];
  const parts = changeableParts.filter((part) => changes.parts[part] > 0).map((part) => `${part} ${String(changes.parts[part])}`);
  return [
    `${String(changes.cases)} of ${String(cases)} answers change${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    ...changes.verdicts.map(({ from, to, cases: count }) => `  ${from} → ${to}: ${String(count)}`),
  ];
};

interface Manner {
  /** Differences are told with their sign, beside how many answers change. */
  readonly isDifference: boolean;
  readonly paper: Paper;
}

const groupColumns = (title: string, { isDifference }: Manner): readonly Column[] => [
  { title, width: 30 },
  { title: 'cases', width: 10 },
  ...(isDifference ? [{ title: 'changed', width: 10 }] : []),
  { title: isDifference ? 'seller pays more or less' : 'seller pays', width: 44 },
  { title: 'left out', width: 52 },
];

const groupRow = (group: BacktestGroup, { isDifference }: Manner): readonly string[] => [
  group.name,
  String(group.cases),
  ...(isDifference ? [String(group.changed)] : []),
  showAmounts(group.amounts, isDifference ? signed : formatMoney),
  leftOut(group),
];

const renderGroups = (title: string, groups: readonly BacktestGroup[], manner: Manner): readonly string[] => {
  const rows = groups.map((group) => groupRow(group, manner));
  const { colors, width } = manner.paper;
  return rows.length === 0 ? [] : [renderTable(fitToTerminal(groupColumns(title, manner), rows, width), rows, colors)];
};

/** For people: what changes, what it costs, where, why and when, and the cases that weigh most. */
export const renderBacktest = (result: BacktestResult, paper: Paper): string => {
  const manner = { isDifference: result.changes !== null, paper };
  return [
    [renderOutlooks(result, paper), ...renderWanted(result), ...renderChanges(result)].join('\n'),
    ...renderGroups('country', result.byCountry, manner),
    ...renderGroups('reason', result.byReason, manner),
    ...renderGroups('month', result.byMonth, manner),
    ...renderDearest(result, paper),
  ].join('\n\n');
};
