import type { JsonObject } from '../../json.js';
import { parseLossless, parseLosslessObject } from '../lossless-json.js';
import type { IssueRecord } from '../record.js';
import { invalidParameter, missingParameter } from '../refusals.js';
import type { BusinessCall } from '../world.js';

/** A parameter that has to be there. */
export const required = ({ texts }: Pick<BusinessCall, 'texts'>, name: string): string => {
  const text = texts.get(name) ?? '';
  if (text.trim() === '') throw missingParameter(name);
  return text;
};

/** An object that travels as JSON text in one parameter. */
export const requiredObject = (call: BusinessCall, name: string): JsonObject => {
  const value = parseLosslessObject(required(call, name));
  if (value === undefined) throw invalidParameter(`${name} is not a JSON object`);
  return value;
};

/** A list that travels as JSON text in one parameter. */
export const requiredList = (call: BusinessCall, name: string): readonly unknown[] => {
  const value = parseLossless(required(call, name));
  if (!Array.isArray(value)) throw invalidParameter(`${name} is not a JSON array`);
  return value.map((item: unknown) => item);
};

/** Text or a number as text, as ids and amounts come; empty when absent. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const wholeNumber = /^\d{1,19}$/;

/** An id of a parameter's object. Zero, which some clients send for none, is none. */
export const idOf = (value: unknown, name: string): string => {
  const text = textOf(value);
  if (text === '' || text === '0') return '';
  if (!wholeNumber.test(text)) throw invalidParameter(`${name} is not a number`);
  return text;
};

/** An id beside the others of a call; solutions of the platform can be negative. */
export const requiredId = (call: BusinessCall, name: string): string => {
  const text = required(call, name);
  if (!/^-?\d{1,19}$/.test(text)) throw invalidParameter(`${name} is not a number`);
  return text;
};

const isOwn = (call: BusinessCall, record: IssueRecord, buyerLoginId: string): boolean =>
  record.seller.sellerId === call.seller.sellerId && record.buyerLoginId === buyerLoginId;

/** The caller's issue with this buyer; `undefined` for another's, and for one that does not exist. */
export const findIssue = (call: BusinessCall, issueId: string, buyerLoginId: string): IssueRecord | undefined => {
  const record = call.world.issues.find(issueId);
  return record !== undefined && isOwn(call, record, buyerLoginId) ? record : undefined;
};

/** Where an account owns several shops, the caller may name one. */
export const isForShop = ({ seller }: BusinessCall, channelSellerId: string): boolean =>
  channelSellerId === '' || channelSellerId === seller.channelSellerId;

export interface Page {
  readonly number: number;
  readonly size: number;
}

/** `current_page` counts from 1. */
export const pageOf = (query: JsonObject, largestSize: number): Page => {
  const [number, size] = [Number(query['current_page']), Number(query['page_size'])];
  if (!Number.isInteger(number) || number < 1) throw invalidParameter('current_page must be 1 or more');
  if (!Number.isInteger(size) || size < 1 || size > largestSize)
    throw invalidParameter(`page_size must be from 1 to ${largestSize}`);
  return { number, size };
};

export const itemsOn = <Item>(items: readonly Item[], { number, size }: Page): readonly Item[] =>
  items.slice((number - 1) * size, number * size);
