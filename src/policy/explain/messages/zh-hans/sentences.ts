import type { Sentences } from '../../sentence-arguments.js';

const acts = '{strength, select, hard {须} other {宜}}';
const duty = `{kind, select, event {{duty}} other {{party}${acts}{duty}}}`;

export const sentences: Sentences = {
  verdict: '{verdict, select, eligible {符合条件} ineligible {不符合条件} other {需人工判断}}',
  'verdict.of-right': '{verdict, select, eligible {符合条件} ineligible {不符合条件} other {需人工判断}}：{right}',
  right: '{right}（{source}）',

  fact: '{fact}（{name}）',

  why: '理由',
  'why.recommended': '起决定作用的权利：{right}',
  'why.liable': '责任方：{party}',
  'why.reason': '{reason}',
  'why.reason-about': '{reason}：{fact}',
  citation: '规则“{rule}”：{source}；{confidence}',
  'citation.dated': '规则“{rule}”：{source}，自{day}起施行；{confidence}',

  window: '期限',
  'window.none': '没有已知的期限',
  'window.state': '目前{state}',
  'window.opens': '{day}起可申请',
  'window.last-day': '最后申请日：{day}（{zone} 当日全天有效）',
  'window.closes': '截止时刻：{time}',
  'window.may-extend': '视未知事实而定，最晚可能延至{day}',
  'window.may-extend-without-end': '视未知事实而定，可能没有截止日',
  'window.asked': '{days, plural, =0 {于{day}申请，正是最后一天} other {于{day}申请，距最后一天还有#天}}',
  'window.asked-after': '{days, plural, other {于{day}申请，晚于可以确定的最后一天#天}}',
  'window.missed': '{days, plural, other {于{day}申请，逾期#天}}',

  pays: '运费由谁承担',
  'pays.leg': '{leg, select, outbound {发货运费} return {退货运费} other {换货运费}}：{payer}',

  refund: '退款',
  'refund.total': '合计：{amount}',
  'refund.total-unknown': '合计未知',
  'refund.form': '退款方式：{form}',
  'refund.line': '{line}：{amount}',
  'refund.line-capped': '{line}：{amount}（上限{cap}）',
  'refund.unknown-lines': '{count, plural, other {有#项金额未知：{lines}}}',

  remedies: '解决方案（按先后）',
  'remedy.open': '{step}. {remedy}，由{chooser}选择',
  'remedy.closed': '{step}. {remedy}，由{chooser}选择；尚未开放或已用尽',

  deadlines: '时限',
  'due.to-the-minute': '{day}（{time}）',
  deadline: `最迟{by}：${duty}`,
  'deadline.waiting': `日期未定：${duty}；自{fact}起算`,
  'duty.waiting': `${duty}；自{fact}起算`,
  'duty.undated': duty,
  'deadline.unknown': `日期未知：${duty}`,
  'deadline.on-miss': '逾期后果：{onMiss}',
  'deadline.enough': '届时{satisfiedBy}即为按时',
  'deadline.certainty': '{certainty, select, stated {平台明示的时限} estimated {估算：实际日期可能更晚} other {依规则计算}}',
  'deadline.differs': '仅按规则计算则为{by}',
  'deadline.right': '所属权利：{right}',

  requirements: '要求',
  requirement: '{name}：{state}',

  unknown: '未知的事实',
  'unknown.fact': '未告知：{fact}；将决定{affected}',
  presumed: '推定的事实',
  'presumed.fact': '未告知：{fact}；推定为“{presumed}”，若相反可能改变{affected}',

  rights: '其他权利',
  alternatives: '可选方案（对买家不更优也不更差）',
  alternative: '方案{count}',

  overridden: '被取代的规定',
  'overridden.entry': '{right}的{parameter}：“{winner}”优先于“{loser}”',
  'overridden.by-fact': '{parameter}：“{loser}”让位于案情本身：{fact}',
  'overridden.part': '{parameter}（{name}）',

  warnings: '注意事项',
  'warning.of-right': '{reason}（{right}）',
  holidays: '{name}，{day}年',
  'holidays.nowhere': '未告知的地点，{day}年',

  timeline: '截至{day}',
  'timeline.about': '各方期限与时限的时间线；文字说明如下。',
  'timeline.today': '今天',
  'timeline.asked': '申请',
  'timeline.window': '期限：{right}',
  'timeline.may-extend': '可能延长',
  'timeline.next': '下一步',
  'timeline.waiting': '日期未定',
  'timeline.hard': '强制时限',
  'timeline.recommended': '建议时限，或自行发生',
};
