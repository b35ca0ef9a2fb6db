import type { PackException, PackRule } from '../../types.js';
import { contractsFrom, contractsUntil, paidBy, whole } from '../../wording.js';

/** The days on which Germany renumbered its articles: the same figures, cited as they stood. */
const renumbered = { before: contractsUntil('2022-05-27'), since: contractsFrom('2022-05-28') } as const;

const inGermany = { country: ['DE'] } as const;

/** Who pays the way back, where a member state says it in words of its own. */
export const nationalReturnCosts: readonly PackException[] = [
  {
    id: 'germany-return-cost-before',
    source: 'DE-BGB 357(6)',
    confidence: 'text',
    when: inGermany,
    valid: renumbered.before,
    terms: { pays: { return: paidBy('buyer') } },
    yieldsTo: ['return-cost-not-told', 'collected-at-home'],
  },
  {
    id: 'germany-return-cost',
    source: 'DE-BGB 357(5)',
    confidence: 'secondary',
    when: inGermany,
    valid: renumbered.since,
    terms: { pays: { return: paidBy('buyer') } },
    yieldsTo: ['return-cost-not-told', 'collected-at-home'],
  },
  {
    id: 'france-non-postable',
    source: 'FR-circular',
    confidence: 'secondary',
    when: { country: ['FR'], traits: ['non-postable'] },
    valid: contractsFrom('2022-10-01'),
    note: 'Goods that cannot go by post travel back at no cost to the consumer.',
    terms: { pays: { return: paidBy('seller') } },
  },
];

const tested: PackException['terms'] = {
  conditions: ['undamaged', 'not-handled-beyond-testing'],
  otherwise: { kind: 'deduct', line: 'diminished-value', upTo: whole },
};

/** Goods that lost value, where a member state says it in words of its own. */
export const nationalValueLoss: readonly PackException[] = [
  {
    id: 'germany-value-before',
    source: 'DE-BGB 357(7)',
    confidence: 'text',
    when: inGermany,
    valid: renumbered.before,
    terms: tested,
    yieldsTo: ['diminished-value-not-told'],
  },
  {
    id: 'germany-value',
    source: 'DE-BGB 357a',
    confidence: 'secondary',
    when: inGermany,
    valid: renumbered.since,
    terms: tested,
    yieldsTo: ['diminished-value-not-told'],
  },
];

const button: PackException['terms'] = {
  requirements: [{ code: 'withdrawal-function', isRequired: true, disclosure: 'withdrawalFunction' }],
};

/** The function to withdraw with, where a member state sets its words. */
export const nationalFunctions: readonly PackException[] = [
  {
    id: 'italy-function',
    source: 'IT-CdC 54-bis',
    when: { country: ['IT'] },
    note: 'Labelled “recedere dal contratto qui”, and “conferma recesso” in the second step (D.Lgs 209/2025).',
    terms: button,
  },
];

/** What is law and moves no figure of a case. */
export const remarks: readonly (Pick<PackRule, 'id' | 'source' | 'terms'> & Partial<PackRule>)[] = [
  {
    id: 'germany-risk-of-return',
    source: 'DE-BGB 355(3)',
    when: { isConsumer: true, ...inGermany },
    note: 'The seller bears the risk of loss on the way back: proof of dispatch is enough for the refund (357(4)).',
    terms: {},
  },
  {
    id: 'germany-function',
    source: 'DE-BGB 356a',
    confidence: 'unconfirmed',
    when: { isConsumer: true, ...inGermany },
    valid: contractsFrom('2026-06-19'),
    note: 'The function to withdraw with, told of by a digest; its text could not be read.',
    terms: {},
  },
  {
    id: 'durability-information',
    source: 'GTD 2',
    confidence: 'secondary',
    valid: contractsFrom('2026-09-27'),
    note: 'Before the contract the consumer is told of durability and repair. What missing information does to a return was not read.',
    terms: {},
  },
  {
    id: 'ancillary-contracts',
    source: 'CRD 15',
    note: 'They end with the contract, without cost; the facts do not tell of them.',
    terms: {},
  },
];
