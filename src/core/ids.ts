import { brand, type Brand } from './brand.js';
import { InvalidInputError } from './errors/caller-errors.js';

/** `live`: the marketplace's production hosts, where writes move real money. `sandbox`: every other host. */
export type Environment = 'live' | 'sandbox';

/**
 * The name of a case everywhere: `<marketplace>:<live|sandbox>:<sellerId>:<native id>`.
 * It never holds the user's own account alias and never personal data, so it may be logged and stored.
 */
export type CaseId = Brand<string, 'CaseId'>;

/** A proposal inside one case, as the marketplace numbers it. */
export type OfferId = Brand<string, 'OfferId'>;

/** A case id taken apart. The parts are texts without spaces, and only the last may hold colons; ids above 2^53 survive. */
export interface CaseIdParts {
  readonly marketplace: string;
  readonly environment: Environment;
  readonly sellerId: string;
  readonly nativeId: string;
}

const shape = /^([a-z][a-z0-9-]*):(live|sandbox):([^:\s]+):(\S+)$/;
const expected = 'expected <marketplace>:<live|sandbox>:<seller id>:<native id>';

/**
 * Makes a case id of its parts.
 * @throws InvalidInputError when they would not be read back as they are, as with a colon in the seller id
 */
export const toCaseId = ({ marketplace, environment, sellerId, nativeId }: CaseIdParts): CaseId => {
  const text = `${marketplace}:${environment}:${sellerId}:${nativeId}`;
  const [, , , readSellerId] = shape.exec(text) ?? [];
  // A colon in the seller id would move into the native id when the text is read again.
  if (readSellerId !== sellerId) throw new InvalidInputError(`'${text}' cannot be a case id: ${expected}`);
  return brand<CaseId>(text);
};

/** Takes a case id apart, and refuses a text that is not one. */
export const parseCaseId = (text: string): CaseIdParts => {
  const [, marketplace, environment, sellerId, nativeId] = shape.exec(text) ?? [];
  if (marketplace === undefined || sellerId === undefined || nativeId === undefined) {
    throw new InvalidInputError(`'${text}' is not a case id: ${expected}`);
  }
  return { marketplace, environment: environment === 'live' ? 'live' : 'sandbox', sellerId, nativeId };
};

/** Whether a text has the form of a case id; whether there is such a case only the marketplace knows. */
export const isCaseId = (text: unknown): text is CaseId => typeof text === 'string' && shape.test(text);

/**
 * Takes the marketplace's own number of a proposal as it is.
 * @throws InvalidInputError for an empty text
 */
export const toOfferId = (text: string): OfferId => {
  if (text.trim() === '') throw new InvalidInputError('an offer id cannot be empty');
  return brand<OfferId>(text);
};
