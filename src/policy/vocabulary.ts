/** The words of `core` that facts, rules and decisions share, in one import. */
export type { Money } from '../core/money.js';
export type { Reason, ReasonClass } from '../core/reason.js';
export type { Duty, OnMiss, Party, Payer, Programme, Remedy } from '../core/vocabulary.js';
