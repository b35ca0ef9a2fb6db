import { exponentOf } from '../../core/money.js';
import type { Money } from '../vocabulary.js';
import {
  takesFaultsOnly,
  type ExportSettings,
  type PublishedGrant,
  type PublishedSeason,
  type PublishedTerms,
  type PublishedWindow,
  type ReturnMethod,
} from './published-terms.js';

const methodWords: Readonly<Record<ReturnMethod, string>> = { mail: 'BY_MAIL', store: 'IN_STORE', kiosk: 'AT_A_KIOSK' };

/** Whole millionths of a unit, as text: amounts above 2^53 survive. */
const price = ({ minor, currency }: Money): object => ({
  amountMicros: String(BigInt(minor) * 10n ** BigInt(6 - exponentOf(currency))),
  currencyCode: currency,
});

const date = (day: string): object => {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return { year, month, day: dayOfMonth };
};

/** `null`: Merchant Center has no such window. */
const policyOf = (window: PublishedWindow): object | null => {
  if (window.kind === 'days') return { type: 'NUMBER_OF_DAYS_AFTER_DELIVERY', days: String(window.days) };
  if (window.kind === 'unlimited') return { type: 'LIFETIME_RETURNS' };
  return window.kind === 'refused' ? { type: 'NO_RETURNS' } : null;
};

const restockingOf = ({ restocking }: PublishedGrant): object => {
  if (restocking === null) return {};
  // 1 % is 100 hundredths of a percent and 1,000,000 of these.
  return {
    restockingFee:
      'percent' in restocking ? { microPercent: restocking.percent * 10_000 } : { fixedFee: price(restocking.amount) },
  };
};

const shippingOf = ({ returnPayer }: PublishedGrant, currency: string | null): object => {
  if (returnPayer === null) return {};
  if (returnPayer === 'buyer')
    return { returnShippingFee: { type: 'CUSTOMER_PAYING_ACTUAL_FEE' }, returnLabelSource: 'CUSTOMER_RESPONSIBILITY' };
  const free = currency === null ? {} : { fixedFee: price({ minor: 0, currency }) };
  return { returnShippingFee: { type: 'FIXED', ...free } };
};

const seasonOf = ({ label, from, to, window }: PublishedSeason): readonly object[] => {
  const end =
    window.kind === 'days' ? { returnDays: window.days } : window.kind === 'until' ? { returnUntilDate: date(window.day) } : null;
  return end === null ? [] : [{ label, startDate: date(from), endDate: date(to), ...end }];
};

const goodsOf = (grant: PublishedGrant, { methods }: ExportSettings): object => {
  if (grant.window.kind === 'refused') return {};
  return {
    returnMethods: methods.map((method) => methodWords[method]),
    itemConditions: grant.takesUsed ? ['NEW', 'USED'] : ['NEW'],
    acceptExchange: grant.refundForms.includes('exchange'),
    ...restockingOf(grant),
  };
};

/** Merchant Center has one window, and a word for the case that it is for faults alone. */
const grantOf = (terms: PublishedTerms): PublishedGrant | null =>
  takesFaultsOnly(terms) ? terms.defect : (terms.remorse ?? terms.defect);

/** Why terms have no place in Merchant Center; `null` when they have one. */
export const refusalOf = (terms: PublishedTerms): string | null => {
  if (terms.countries.length === 0) return 'Merchant Center wants countries by name: give those you sell to';
  const window = grantOf(terms)?.window;
  return window === undefined || policyOf(window) === null ? 'Merchant Center knows windows in days after delivery only' : null;
};

const toPolicy = (terms: PublishedTerms, settings: ExportSettings): object => {
  const { countries, seasons, refundInDays, currency } = terms;
  const grant = grantOf(terms);
  const overrides = seasons.flatMap(seasonOf);
  return {
    countries,
    ...(grant === null ? {} : { policy: policyOf(grant.window), ...goodsOf(grant, settings), ...shippingOf(grant, currency) }),
    ...(overrides.length === 0 ? {} : { seasonalOverrides: overrides }),
    ...(refundInDays === null ? {} : { processRefundDays: refundInDays }),
    acceptDefectiveOnly: takesFaultsOnly(terms),
    ...(settings.url === undefined ? {} : { returnPolicyUri: settings.url }),
  };
};

/**
 * The terms as Merchant Center takes them, of those that it does not refuse: the bodies of `accounts.onlineReturnPolicies.create`
 * (https://developers.google.com/merchant/api/reference/rest/accounts_v1/accounts.onlineReturnPolicies).
 */
export const toGoogleMerchant = (terms: readonly PublishedTerms[], settings: ExportSettings): object => ({
  onlineReturnPolicies: terms.map((one) => toPolicy(one, settings)),
});
