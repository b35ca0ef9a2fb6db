export const oneOf = <const Word extends string>(words: readonly Word[], word: string | undefined): Word | undefined =>
  words.find((each) => each === word);

export const someOf = <const Word extends string>(words: readonly Word[], chosen: readonly string[]): readonly Word[] =>
  words.filter((each) => chosen.includes(each));

/** Keys without a value are left out: an absent fact is an unknown one. */
export const told = <Key extends string, Value>(key: Key, value: Value | undefined): Readonly<Partial<Record<Key, Value>>> => {
  const entry: Partial<Record<Key, Value>> = {};
  if (value !== undefined) entry[key] = value;
  return entry;
};

export const flag = (word: string | undefined): boolean | undefined => (word === undefined ? undefined : word === 'true');
