import { toCivilDate, toInstant, type Observation } from '../../src/index.js';
import { toKept } from '../../src/core/observation.js';
import { createAmazonAdapter } from '../../src/marketplaces/amazon/index.js';
import { toSummary } from '../../src/marketplaces/amazon/mappers/case.js';
import { createCaseIds } from '../../src/core/account-ids.js';
import { reasons } from '../../src/marketplaces/amazon/mappers/reason.js';
import { externalStandings } from '../../src/marketplaces/amazon/mappers/status.js';
import { observeFbaReturn, observeSellerReturn } from '../../src/marketplaces/amazon/merge/observe-returns.js';
import { observeFinancialEvents } from '../../src/marketplaces/amazon/merge/observe-money.js';
import { joinGroup } from '../../src/marketplaces/amazon/merge/join.js';
import { amazonMarketplaces } from '../../src/marketplaces/amazon/marketplaces.js';
import { publishedRates } from '../../src/marketplaces/amazon/quotas.js';
import type { SellerReturnRow } from '../../src/marketplaces/amazon/reports/rows.js';
import { capabilitiesTable, type Effects } from './capability-table.js';
import { code, table } from './markdown.js';

const effects: Effects = {
  list: 'Finances, External Fulfillment Returns and two reports, each no oftener than its quota bears; then the case store',
  get: 'the case store, with `getReturn`, `getOrder` and the money of the order where they are not fresh',
  accept: '',
  offer: '',
  acceptOffer: '',
  rejectionReasons: '',
  reject: '',
  withdrawRejection: '',
  refund: 'one feed `POST_PAYMENT_ADJUSTMENT_DATA` for all lines of the order. Moves money and cannot be undone',
  submitEvidence: '',
  message: 'a template message, `unexpectedProblem` unless another kind is named. Cannot be read back',
  track: 'what the sources date: Amazon gives no events of carriers',
  settle:
    'the feed, its processing report, then Finances, which lags by up to 48 hours. Of a message always `unknown`. Reads only',
};

const adapter = createAmazonAdapter({
  clientId: 'x',
  clientSecret: 'x',
  sellerId: 'A3EXAMPLE',
  marketplaceIds: ['ATVPDKIKX0DER'],
  region: 'na',
  tokens: { refreshToken: 'x' },
});

export const capabilityTable = (): string => capabilitiesTable(adapter, effects);

const now = toInstant('2026-11-21T00:00:00Z');
const orderId = '111-1234567-1234567';

const row = (change: Partial<SellerReturnRow>): readonly Observation[] =>
  observeSellerReturn(
    {
      source: 'seller-returns',
      orderId,
      sku: 'SKU',
      requestedAt: { date: toCivilDate('2026-11-10') },
      status: 'Approved',
      ...change,
    },
    now,
  );

const event = {
  AmazonOrderId: orderId,
  PostedDate: '2026-11-15T00:00:00Z',
  ShipmentItemAdjustmentList: [
    { SellerSKU: 'SKU', ItemChargeAdjustmentList: [{ ChargeAmount: { CurrencyCode: 'USD', CurrencyAmount: -10 } }] },
  ],
};
const money = (list: 'RefundEventList' | 'GuaranteeClaimEventList' | 'ChargebackEventList'): readonly Observation[] =>
  observeFinancialEvents({ [list]: [event] }, now);

const situations: readonly (readonly [what: string, told: readonly Observation[]])[] = [
  ['report: `PendingApproval`', row({ status: 'PendingApproval' })],
  ['report: `Approved`', row({})],
  ['report: `Approved`, `ReturnlessRefund`', row({ resolution: 'ReturnlessRefund' })],
  ['report: `Approved`, type `Undelivered` or `Rejected`', row({ returnType: 'Undelivered' })],
  ['report: `Approved`, with a delivery date', row({ deliveredAt: { date: toCivilDate('2026-11-15') } })],
  ['report: `Approved`, A-to-z claim `Y`, no money yet', row({ isClaimed: true })],
  ['report: `Approved`, and Finances tells a refund', [...row({}), ...money('RefundEventList')]],
  ['report: `Closed`, no money', row({ status: 'Closed' })],
  ['report: `Closed`, `Replacement`', row({ status: 'Closed', resolution: 'Replacement' })],
  ['report: any other word', row({ status: 'Completed' })],
  [
    'warehouse: received',
    observeFbaReturn({ source: 'fba-returns', orderId, sku: 'SKU', returnedAt: { date: toCivilDate('2026-11-10') } }, now),
  ],
  ['money alone: refund', money('RefundEventList')],
  ['money alone: guarantee claim, for 60 days', money('GuaranteeClaimEventList')],
  ['money alone: chargeback, for 60 days', money('ChargebackEventList')],
];

const context = {
  account: { marketplace: 'amazon', environment: 'live', sellerId: 'A3EXAMPLE' },
  toId: createCaseIds({ marketplace: 'amazon', environment: 'live', sellerId: 'A3EXAMPLE' }),
  marketplaceIds: ['ATVPDKIKX0DER'],
  zone: 'UTC',
  clock: { now: () => Date.parse(now) },
  drift: { report: () => undefined },
} as const;

export const statusTable = (): string =>
  table(
    ['What the sources say', '`kind`', '`phase`', '`waitingOn`', '`outcome`'],
    [
      ...situations.flatMap(([what, told]) =>
        joinGroup(told.map(toKept), 'UTC').map((joined) => {
          const { kind, phase, waitingOn, outcome } = toSummary(joined, context);
          return [what, code(kind), code(phase), code(waitingOn), outcome === undefined ? '–' : code(outcome)];
        }),
      ),
      ...Object.entries(externalStandings).map(([word, { phase, waitingOn }]) => [
        `External Fulfillment: ${code(word)}`,
        '',
        code(phase),
        code(waitingOn),
        '',
      ]),
    ],
  );

export const reasonTable = (): string => {
  const words = new Map<string, string[]>();
  for (const [word, reason] of Object.entries(reasons)) words.set(reason, [...(words.get(reason) ?? []), code(word)]);
  return table(
    ['`reason.unified`', 'Codes, without `CR-`, `AMZ-PG-` and a group of products'],
    [...words].map(([reason, codes]) => [code(reason), codes.join(', ')]),
  );
};

export const storeTable = (): string =>
  table(
    ['Marketplace id', 'Country', '`region`', 'Currency', "Zone in which a report's days are read"],
    [...amazonMarketplaces.values()].map(({ id, country, region, currency, zone }) => [
      code(id),
      country,
      code(region),
      currency,
      zone,
    ]),
  );

export const rateTable = (): string =>
  table(
    ['Call', 'A second', 'Burst'],
    Object.entries(publishedRates).map(([name, { ratePerSecond, burst }]) => [code(name), String(ratePerSecond), String(burst)]),
  );
