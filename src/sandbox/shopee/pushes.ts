import type { Instant } from '../../core/time.js';
import { toInstant } from '../instant.js';
import { SandboxInputError } from '../sandbox-input-error.js';
import { isLoopbackUrl } from '../server/listen.js';
import type { Announcement } from './lifecycle/change.js';
import { deliverPush, isTaken, returnPushCode, sendPush, toPushBody, type PushChannel } from './push-delivery.js';
import type { Seconds } from './record.js';

/** One push and what became of it. */
export interface PushRecord {
  readonly at: Instant;
  readonly code: number;
  readonly shopId: number;
  readonly returnSn: string;
  /** The raw body, as it was or would have been posted. */
  readonly body: string;
  /** `lost`: it can be recovered with get_lost_push_message. */
  readonly outcome: 'delivered' | 'lost';
  /** How often it was posted. */
  readonly copies: number;
}

interface LostPush {
  readonly id: number;
  readonly shopId: number;
  readonly code: number;
  readonly timestamp: Seconds;
  readonly body: string;
}

/** Where pushes go, and which. */
export interface PushConfiguration {
  readonly callbackUrl: string | undefined;
  readonly codesOn: ReadonlySet<number>;
  readonly blockedShopIds: ReadonlySet<number>;
}

export interface Pushes {
  configuration(): PushConfiguration;
  /** Throws `SandboxInputError` for a callback URL beyond this machine. */
  configure(change: Partial<PushConfiguration>): void;
  /** Sends the push of a changed return; returns at once. */
  announce(announcement: Announcement): void;
  /** Resolves with the HTTP status a URL answers a test push with; 0 without an answer in time. */
  test(url: string): Promise<number>;
  settle(): Promise<void>;
  records(): readonly PushRecord[];
  /** The earliest pushes of the last three days that were lost and not confirmed. */
  lost(now: Seconds): readonly LostPush[];
  confirm(lastId: number): void;
}

const recoverableTime: Seconds = 3 * 86_400;

interface State {
  readonly channel: PushChannel;
  readonly records: PushRecord[];
  configuration: PushConfiguration;
  lost: LostPush[];
  lastId: number;
  /** Pushes leave one after the other. */
  tail: Promise<void>;
}

const isWanted = ({ configuration }: State, { record }: Announcement): boolean =>
  configuration.codesOn.has(returnPushCode) && !configuration.blockedShopIds.has(record.shop.shopId);

const deliver = async (state: State, announcement: Announcement, url: string): Promise<void> => {
  const { record, at } = announcement;
  const body = toPushBody(announcement);
  const statuses = await deliverPush(state.channel, url, body);
  const isDelivered = statuses.some(isTaken);
  const { shopId } = record.shop;
  state.records.push({
    at: toInstant(at * 1000),
    code: returnPushCode,
    shopId,
    returnSn: record.returnSn,
    body,
    outcome: isDelivered ? 'delivered' : 'lost',
    copies: statuses.length,
  });
  if (isDelivered) return;
  state.lastId += 1;
  state.lost.push({ id: state.lastId, shopId, code: returnPushCode, timestamp: at, body });
};

const configure = (state: State, change: Partial<PushConfiguration>): void => {
  const url = change.callbackUrl;
  if (url !== undefined && !isLoopbackUrl(url))
    throw new SandboxInputError(`pushes stay on this machine: '${url}' is no http URL of loopback`);
  state.configuration = { ...state.configuration, ...change };
};

export const createPushes = (channel: PushChannel): Pushes => {
  const configuration = { callbackUrl: undefined, codesOn: new Set([returnPushCode]), blockedShopIds: new Set<number>() };
  const state: State = { channel, records: [], configuration, lost: [], lastId: 176_609, tail: Promise.resolve() };
  return {
    configuration: () => state.configuration,
    configure: (change) => configure(state, change),
    announce: (announcement) => {
      const { callbackUrl } = state.configuration;
      if (callbackUrl === undefined || !isWanted(state, announcement)) return;
      state.tail = state.tail.then(() => deliver(state, announcement, callbackUrl));
    },
    test: (url) => sendPush(channel.pushKey, url, JSON.stringify({ code: 0, data: { verify_info: 'sandbox test push' } })),
    settle: () => state.tail,
    records: () => [...state.records],
    lost: (now) => state.lost.filter(({ timestamp }) => timestamp >= now - recoverableTime),
    confirm: (lastId) => {
      state.lost = state.lost.filter(({ id }) => id > lastId);
    },
  };
};
