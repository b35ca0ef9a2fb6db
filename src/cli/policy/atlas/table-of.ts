/** Things kept once each, known by their place. */
export interface TableOf<Thing> {
  readonly add: (thing: Thing) => number;
  readonly all: readonly Thing[];
}

/** A table that keeps equal things once. */
export const createTable = <Thing>(): TableOf<Thing> => {
  const all: Thing[] = [];
  const places = new Map<string, number>();
  return {
    all,
    add: (thing) => {
      const key = JSON.stringify(thing);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      return all.push(thing) - 1;
    },
  };
};
