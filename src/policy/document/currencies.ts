let known: ReadonlySet<string> | undefined;

/** Whether the code is a currency this runtime's Unicode data knows. */
export const isKnownCurrency = (code: string): boolean => {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known.has(code);
};
