import { ConfigurationError, InvalidInputError } from '../../core/errors/caller-errors.js';
import type { CaseId, OfferId } from '../../core/ids.js';
import type { Money } from '../../core/money.js';
import { toInstant, type Instant } from '../../core/time.js';
import type { CasePhase } from '../../core/vocabulary.js';
import type { CaseDescription } from './case-description.js';
import { checkInput } from './check-input.js';
import type { Fault } from './faults.js';
import { close, judge, propose, refuseOffer, takeOffer, type Moment } from './life.js';
import { openCase } from './open-case.js';
import { arriveBack, shipBack } from './parcels.js';
import type { CaseRecord, MemoryMessage, Proposal } from './record.js';
import { proposalSchema } from './schemas.js';
import { stageOf } from './stages.js';
import { requireOwn, requireRecord, type MemoryRequest, type Store } from './store.js';

/** One payment to the buyer. */
export interface LedgerEntry {
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly at: Instant;
  /** Why it moved: `ACCEPTED`, `OFFER_ACCEPTED`, `SILENCE`, `JUDGED`, `REFUNDED`. */
  readonly cause: string;
}

/** The marketplace behind the adapter: seed cases, move time, play the other parties, make calls fail, and count the money. */
export interface MemoryControl {
  /** Opens a case as a buyer would, and returns its id. */
  readonly open: (description?: CaseDescription) => CaseId;
  /** Moves the time; deadlines that come are carried out, and silence of the seller pays the buyer. Needs a clock that can be moved. */
  readonly advance: (ms: number) => Promise<void>;
  /** Everything that was ever paid, oldest first. */
  readonly ledger: () => readonly LedgerEntry[];
  /** Makes the next call go wrong, see `FaultKind`. */
  readonly failNext: (fault: Fault) => void;
  /** Every call that reached the marketplace; a write counts as the read before it and the write. */
  readonly requests: () => readonly MemoryRequest[];
  /** What was written to the buyer and by the buyer. */
  readonly messages: (id: CaseId) => readonly MemoryMessage[];
  readonly buyer: {
    /** Makes an offer of the buyer's own, for the seller to answer. */
    readonly offers: (id: CaseId, proposal: Proposal) => OfferId;
    /** Takes the seller's open offer. */
    readonly takesOffer: (id: CaseId) => void;
    /** Turns the seller's open offer down and insists on the request. */
    readonly refusesOffer: (id: CaseId) => void;
    readonly shipsBack: (id: CaseId, parcel?: { readonly trackingNumber: string }) => void;
    /** Gives the case up. */
    readonly withdraws: (id: CaseId) => void;
    readonly writes: (id: CaseId, text: string) => void;
  };
  readonly carrier: { readonly deliversBack: (id: CaseId) => void };
  readonly marketplace: {
    /** Proposes a solution of the marketplace's own, for the seller to answer. */
    readonly offers: (id: CaseId, proposal: Proposal) => OfferId;
    /** Decides a dispute now, whatever `judgement` said. */
    readonly decides: (id: CaseId, decision: { readonly inFavourOf: 'buyer' | 'seller' }) => void;
  };
}

type Step = (record: CaseRecord, moment: Moment) => CaseRecord;

interface Move {
  /** The phases in which the party can do this. */
  readonly during: readonly CasePhase[];
  readonly step: Step;
}

const move = (store: Store, id: CaseId, { during, step }: Move): CaseRecord => {
  requireOwn(store.configuration, id);
  const { phase } = stageOf(requireRecord(store.find(id)).status);
  if (during.includes(phase)) return store.change(id, step);
  throw new InvalidInputError(`${id} is in phase ${phase}: this happens only during ${during.join(', ')}`, {
    marketplace: 'memory',
  });
};

const openForSeller: readonly CasePhase[] = ['requested', 'negotiating'];
const notClosed: readonly CasePhase[] = [...openForSeller, 'awaiting-shipment', 'in-transit', 'inspection', 'disputed'];

const offerFrom =
  (store: Store, by: 'buyer' | 'marketplace') =>
  (id: CaseId, proposal: Proposal): OfferId => {
    checkInput(proposalSchema, proposal, 'offers');
    const step: Step = (record, moment) => propose(record, { ...proposal, by }, moment);
    const offer = move(store, id, { during: openForSeller, step }).offers.at(-1);
    if (offer === undefined) throw new InvalidInputError('no offer was made', { marketplace: 'memory' });
    return offer.id;
  };

const takeOpenOffer: Step = (record, moment) => {
  const offer = record.offers.find(({ state, by }) => state === 'open' && by === 'seller');
  if (offer !== undefined) return takeOffer(record, offer, moment);
  throw new InvalidInputError(`${record.id} has no open offer of the seller`, { marketplace: 'memory' });
};

const buyerOf = (store: Store): MemoryControl['buyer'] => ({
  offers: offerFrom(store, 'buyer'),
  takesOffer: (id) => void move(store, id, { during: ['negotiating'], step: takeOpenOffer }),
  refusesOffer: (id) => void move(store, id, { during: ['negotiating'], step: refuseOffer }),
  shipsBack: (id, parcel = { trackingNumber: 'return-1' }) => {
    move(store, id, { during: ['awaiting-shipment'], step: (record, moment) => shipBack(record, parcel, moment) });
  },
  withdraws: (id) => void move(store, id, { during: notClosed, step: (record, moment) => close(record, 'withdrawn', moment) }),
  writes: (id, text) => {
    const step: Step = (record, { now }) => ({
      ...record,
      messages: [...record.messages, { from: 'buyer', text, at: toInstant(now) }],
    });
    move(store, id, { during: [...notClosed, 'closed'], step });
  },
});

const ledgerOf = (store: Store): readonly LedgerEntry[] =>
  store
    .all()
    .flatMap(({ id, refunds, openedAt }) =>
      refunds.map(({ amount, at = openedAt, native = '' }) => ({ caseId: id, amount, at, cause: native })),
    )
    .sort((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)));

const advance = async ({ configuration: { clock }, all }: Store, ms: number): Promise<void> => {
  if (!(ms >= 0))
    throw new InvalidInputError(`the time cannot be moved by ${ms} ms: it only goes forward`, { marketplace: 'memory' });
  if (!('advance' in clock)) {
    throw new ConfigurationError('the clock in the settings cannot be moved: give one with advance(ms)', {
      marketplace: 'memory',
    });
  }
  await clock.advance(ms);
  all();
};

export const createControl = (store: Store): MemoryControl => ({
  open: (description = {}) => openCase(store, description),
  advance: (ms) => advance(store, ms),
  ledger: () => ledgerOf(store),
  failNext: (fault) => store.faults.add(fault),
  requests: () => [...store.requests],
  messages: (id) => requireRecord(store.find(id)).messages,
  buyer: buyerOf(store),
  carrier: { deliversBack: (id) => void move(store, id, { during: ['in-transit'], step: arriveBack }) },
  marketplace: {
    offers: offerFrom(store, 'marketplace'),
    decides: (id, { inFavourOf }) => {
      move(store, id, { during: ['disputed'], step: (record, moment) => judge(record, inFavourOf, moment) });
    },
  },
});
