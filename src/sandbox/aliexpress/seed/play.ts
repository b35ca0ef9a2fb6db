import { createRandom } from '../../random.js';
import { perform, type Change, type Happening, type Waits } from '../lifecycle/change.js';
import { hours } from '../lifecycle/durations.js';
import { agreeTo, counter, open } from '../lifecycle/negotiation.js';
import { nextEventOf } from '../lifecycle/next-event.js';
import { defaultOf, type Proposal } from '../lifecycle/solutions.js';
import type { IssueRecord, Seconds } from '../record.js';
import { refundAddressId } from './addresses.js';
import type { PlannedAct, Scenario } from './scenarios.js';
import { complaintOf } from './words.js';

const askedOf = ({ claim }: IssueRecord, asks: Scenario['asks'], content: string): readonly Proposal[] => {
  const all = claim.maximumMinor;
  const part: Proposal = { type: 'refund', amountMinor: Math.max(1, Math.round(all * 0.6)), content };
  if (asks === 'part') return [part];
  if (asks === 'refund') return [{ type: 'refund', amountMinor: all, content }];
  const whole: Proposal = { type: 'return_and_refund', amountMinor: all, content };
  return asks === 'return' ? [whole] : [whole, part];
};

const counterWith =
  (amountShare: number, content: string): Change =>
  (record, happening) => {
    const amountMinor = Math.round(record.claim.maximumMinor * amountShare);
    counter({ type: 'refund', amountMinor, content }, '')(record, happening);
  };

const agreeWith =
  (returnAddressId: string): Change =>
  (record, happening) => {
    const wanted = defaultOf(record);
    if (wanted !== undefined) agreeTo(wanted, returnAddressId)(record, happening);
  };

const changes: Readonly<Record<PlannedAct['act'], Change>> = {
  refuse: counterWith(0, 'The parcel was delivered on the day tracking shows'),
  'offer-half': counterWith(0.5, 'We offer half of the price, you keep the item'),
  agree: agreeWith(refundAddressId),
};

export interface Playing {
  readonly seed: number;
  readonly until: Seconds;
  readonly waits: Waits;
}

/** Plays an issue's life up to `until`: the seller's planned acts, and whatever happens between them by itself. History moves no money of the ledger. */
export const play = (record: IssueRecord, scenario: Scenario, { seed, until, waits }: Playing): void => {
  const happeningAt = (at: Seconds): Happening => ({ at, pay: () => undefined, waits });
  const complaint = complaintOf(createRandom('complaint', seed, record.issueId));
  perform(record, open(askedOf(record, scenario.asks, complaint), complaint), happeningAt(record.createdAt));
  const acts = [...(scenario.acts ?? [])];
  for (;;) {
    const [act] = acts;
    const planned = act && { at: record.createdAt + hours(act.hours), change: changes[act.act] };
    const event = nextEventOf(record);
    const isActFirst = planned !== undefined && (event === undefined || planned.at <= event.at);
    const first = isActFirst ? planned : event;
    if (first === undefined || first.at > until) return;
    if (isActFirst) acts.shift();
    perform(record, first.change, happeningAt(first.at));
  }
};
