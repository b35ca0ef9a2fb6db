import { toDecimal } from '../../core/money.js';
import type {
  ExportSettings,
  PublishedGrant,
  PublishedSeason,
  PublishedTerms,
  PublishedWindow,
  ReturnMethod,
} from './published-terms.js';

const term = (name: string): string => `https://schema.org/${name}`;

const methodTerms: Readonly<Record<ReturnMethod, string>> = {
  mail: 'ReturnByMail',
  store: 'ReturnInStore',
  kiosk: 'ReturnAtKiosk',
};

const windowTerms = (window: PublishedWindow): object => {
  switch (window.kind) {
    case 'days':
      return { returnPolicyCategory: term('MerchantReturnFiniteReturnWindow'), merchantReturnDays: window.days };
    case 'until':
      return { returnPolicyCategory: term('MerchantReturnFiniteReturnWindow'), merchantReturnDays: window.day };
    case 'unlimited':
      return { returnPolicyCategory: term('MerchantReturnUnlimitedWindow') };
    case 'refused':
      return { returnPolicyCategory: term('MerchantReturnNotPermitted') };
    case 'unspecified':
      return { returnPolicyCategory: term('MerchantReturnUnspecified') };
  }
};

const feesOf = (grant: PublishedGrant | null): string | null => {
  const payer = grant?.window.kind === 'refused' ? null : grant?.returnPayer;
  if (payer === undefined || payer === null) return null;
  return term(payer === 'buyer' ? 'ReturnFeesCustomerResponsibility' : 'FreeReturn');
};

const feeTerms = (remorse: string | null, defect: string | null): object => ({
  ...(remorse !== null && remorse === defect ? { returnFees: remorse } : {}),
  ...(remorse === null ? {} : { customerRemorseReturnFees: remorse }),
  ...(defect === null ? {} : { itemDefectReturnFees: defect }),
});

const restockingTerms = ({ restocking }: PublishedGrant): object => {
  if (restocking === null) return {};
  if ('percent' in restocking) return { restockingFee: restocking.percent / 100 };
  const { amount } = restocking;
  return { restockingFee: { '@type': 'MonetaryAmount', currency: amount.currency, value: toDecimal(amount) } };
};

const refundTerms = { money: 'FullRefund', 'store-credit': 'StoreCreditRefund', exchange: 'ExchangeRefund' } as const;

const goodsTerms = (grant: PublishedGrant, { methods }: ExportSettings): object => {
  if (grant.window.kind === 'refused') return {};
  const states = grant.takesUsed ? ['NewCondition', 'UsedCondition'] : ['NewCondition'];
  return {
    returnMethod: (grant.keepsGoods ? ['KeepProduct'] : methods.map((method) => methodTerms[method])).map(term),
    refundType: grant.refundForms.map((form) => term(refundTerms[form])),
    itemCondition: states.map(term),
    ...restockingTerms(grant),
  };
};

const seasonTerms = ({ label, from, to, window }: PublishedSeason): object => ({
  '@type': 'MerchantReturnPolicySeasonalOverride',
  name: label,
  startDate: from,
  endDate: to,
  ...windowTerms(window),
});

const toNode = ({ countries, remorse, defect, seasons }: PublishedTerms, settings: ExportSettings): object => ({
  '@type': 'MerchantReturnPolicy',
  ...(countries.length === 0 ? {} : { applicableCountry: countries }),
  ...(settings.url === undefined ? {} : { merchantReturnLink: settings.url }),
  ...windowTerms(remorse?.window ?? { kind: 'unspecified' }),
  ...feeTerms(feesOf(remorse), feesOf(defect)),
  ...(remorse === null ? {} : goodsTerms(remorse, settings)),
  ...(seasons.length === 0 ? {} : { returnPolicySeasonalOverride: seasons.map(seasonTerms) }),
});

/**
 * The terms as JSON-LD: one `MerchantReturnPolicy` (https://schema.org/MerchantReturnPolicy) for each group of countries, in a
 * `@graph` where there are several.
 */
export const toSchemaOrg = (terms: readonly PublishedTerms[], settings: ExportSettings): object => {
  const nodes = terms.map((one) => toNode(one, settings));
  const [only] = nodes;
  const body = nodes.length === 1 ? only : { '@graph': nodes };
  return { '@context': 'https://schema.org', ...body };
};
