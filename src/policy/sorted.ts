/** The items in order: the list itself where it is so already, as short lists mostly are, otherwise a sorted copy. */
export const sorted = <Item>(items: readonly Item[], compare: (left: Item, right: Item) => number): readonly Item[] => {
  for (let place = 1; place < items.length; place += 1) {
    const [before, item] = [items[place - 1], items[place]];
    if (before !== undefined && item !== undefined && compare(before, item) > 0) return [...items].sort(compare);
  }
  return items;
};
