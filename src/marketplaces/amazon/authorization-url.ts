import { InvalidInputError } from '../../core/errors/caller-errors.js';
import { marketplace } from './classify.js';
import { amazonMarketplaces } from './marketplaces.js';

/** What the address names: which application asks, of the sellers of which store, and where the answer goes. */
export interface AmazonAuthorization {
  /** `amzn1.sp.solution.…` or `amzn1.sellerapps.app.…`, from the developer console. */
  readonly applicationId: string;
  /** The store in whose Seller Central the seller signs in. */
  readonly marketplaceId: string;
  /** Comes back unchanged: put something unguessable in it and compare. */
  readonly state: string;
  /** Default: the first one that the console has for the application. */
  readonly redirectUri?: string;
  /** For an application that is still a draft. */
  readonly isDraft?: true;
}

/**
 * The address where a seller gives the application access. Amazon then redirects with `state`, `selling_partner_id` and
 * `spapi_oauth_code`; the code works once, for five minutes: give it to `exchangeAmazonCode`.
 */
export const amazonAuthorizationUrl = (settings: AmazonAuthorization): string => {
  const store = amazonMarketplaces.get(settings.marketplaceId);
  if (store === undefined) {
    const issues = [{ path: 'marketplaceId', message: 'expected the id of a marketplace, such as ATVPDKIKX0DER' }];
    throw new InvalidInputError('amazon: there is no address to authorize at', { marketplace, issues });
  }
  const url = new URL('/apps/authorize/consent', store.sellerCentral);
  url.searchParams.set('application_id', settings.applicationId);
  url.searchParams.set('state', settings.state);
  if (settings.redirectUri !== undefined) url.searchParams.set('redirect_uri', settings.redirectUri);
  if (settings.isDraft === true) url.searchParams.set('version', 'beta');
  return url.href;
};
