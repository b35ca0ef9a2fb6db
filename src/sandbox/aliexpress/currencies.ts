interface CurrencyFacts {
  readonly digits: number;
  /** Made up: what one dollar buys. */
  readonly perDollar: number;
}

/** The buyers' currencies of the emulation. */
export const currencies = {
  USD: { digits: 2, perDollar: 1 },
  EUR: { digits: 2, perDollar: 0.92 },
  BRL: { digits: 2, perDollar: 5.4 },
  PLN: { digits: 2, perDollar: 3.9 },
  MXN: { digits: 2, perDollar: 18.4 },
  KRW: { digits: 0, perDollar: 1380 },
  JPY: { digits: 0, perDollar: 152 },
  CLP: { digits: 0, perDollar: 940 },
} as const satisfies Readonly<Record<string, CurrencyFacts>>;

export type CurrencyCode = keyof typeof currencies;

const isCurrencyCode = (code: string): code is CurrencyCode => Object.hasOwn(currencies, code);

const factsOf = (code: string): CurrencyFacts => (isCurrencyCode(code) ? currencies[code] : currencies.USD);

/** Major units as decimal text: `15.50`, `1380`. */
export const toMajorText = (minor: number, currency: string): string => {
  const { digits } = factsOf(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** `undefined` for text that is no amount of this currency; `1380.00` is one of KRW. */
export const fromMajorText = (text: string, currency: string): number | undefined => {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const { digits } = factsOf(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  return /^0*$/.test(fraction.slice(digits)) ? Number(whole + kept) : undefined;
};

export const toDollarMinor = (minor: number, currency: string): number => {
  const { digits, perDollar } = factsOf(currency);
  return Math.round((minor / 10 ** digits / perDollar) * 100);
};

export const fromDollarMinor = (cents: number, currency: string): number => {
  const { digits, perDollar } = factsOf(currency);
  return Math.round((cents / 100) * perDollar * 10 ** digits);
};

/** Minor units in a major one. */
export const centFactorOf = (currency: string): number => 10 ** factsOf(currency).digits;
