import { silentEffects, perform, type Change, type LifeEvent } from '../lifecycle/change.js';
import { cancelCompensation, raiseDispute, uploadProof } from '../lifecycle/disputes.js';
import { hours } from '../lifecycle/durations.js';
import { makeOffer, proposeAsBuyer } from '../lifecycle/negotiation.js';
import { nextEventOf } from '../lifecycle/next-event.js';
import { startReturn } from '../lifecycle/returning.js';
import type { ReturnRecord, Seconds } from '../record.js';
import { roundToSite } from '../regions.js';
import type { PlannedAct, Scenario } from './scenarios.js';

const evidence = {
  url: 'https://cf.shopee.sg/file/11c3a9a7c1f2c0b1d8a1be4c5f60a0aa',
  thumbnail: 'https://cf.shopee.sg/file/11c3a9a7c1f2c0b1d8a1be4c5f60a0aa_tn',
};

const shareOf = (record: ReturnRecord, share: number): number =>
  roundToSite(record.claim.requestedMinor * share, record.shop.region);

const disputeReasonOf = (record: ReturnRecord): number => {
  if (record.deliveredAt > 0) return 50;
  return record.solution === 'REFUND' ? 53 : 44;
};

const changeOf: Readonly<Record<PlannedAct['act'], (record: ReturnRecord) => Change>> = {
  offer: (record) => makeOffer({ solution: 'REFUND', amountMinor: shareOf(record, 0.4) }),
  dispute: (record) => raiseDispute({ reasonId: disputeReasonOf(record), text: 'See the packing video', photos: [evidence] }),
  'upload-proof': () => uploadProof([evidence], 'Photo of the sealed parcel'),
  'cancel-compensation': () => cancelCompensation,
};

const anchorOf = (record: ReturnRecord, after: PlannedAct['after']): Seconds => {
  if (after === 'request') return record.createdAt;
  if (after === 'delivery') return record.deliveredAt;
  return after === 'judging' ? record.judgingSince : record.acceptedAt;
};

/** The act's event, once what it comes after has happened. */
const eventOf = (record: ReturnRecord, act: PlannedAct | undefined): LifeEvent | undefined => {
  const anchor = act === undefined ? 0 : anchorOf(record, act.after);
  if (act === undefined || anchor === 0) return undefined;
  return { at: anchor + hours(act.hours), change: (...happening) => changeOf[act.act](record)(...happening) };
};

const open = (record: ReturnRecord, { opens, proposal }: Scenario): void => {
  if (opens === 'returning') perform(record, { at: record.createdAt, change: startReturn }, silentEffects);
  if (proposal !== undefined) {
    const amountMinor = shareOf(record, proposal === 'REFUND' ? 0.6 : 1);
    perform(record, { at: record.createdAt, change: proposeAsBuyer({ solution: proposal, amountMinor }) }, silentEffects);
  }
};

/** Plays a case's life up to `until`: the seller's planned acts, and whatever happens between them by itself. */
export const play = (record: ReturnRecord, scenario: Scenario, until: Seconds): void => {
  const acts = [...(scenario.acts ?? [])];
  open(record, scenario);
  for (;;) {
    const act = eventOf(record, acts[0]);
    const event = nextEventOf(record);
    const isActFirst = act !== undefined && (event === undefined || act.at <= event.at);
    const first = isActFirst ? act : event;
    if (first === undefined || first.at > until) return;
    if (isActFirst) acts.shift();
    perform(record, first, silentEffects);
  }
};
