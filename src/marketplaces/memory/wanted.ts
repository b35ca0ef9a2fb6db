import type { CaseRecord, Proposal } from './record.js';

/** What agreeing means at this moment: the buyer's request, or once the goods are back what was agreed on. */
export const wantedOf = ({ asked, agreed, status }: CaseRecord): Proposal => (status === 'RECEIVED' ? (agreed ?? asked) : asked);
