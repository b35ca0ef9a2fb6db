import { compareSpecificity } from '../guards/guard.js';
import type { Rule } from './rule.js';

export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Narrower first; among equals by id and validity, so that the order of documents never shows. */
export const compareRules = (left: Rule, right: Rule): number =>
  compareSpecificity(left.guard, right.guard) ||
  compareText(left.id, right.id) ||
  compareText(left.citation.validFrom ?? '', right.citation.validFrom ?? '');
