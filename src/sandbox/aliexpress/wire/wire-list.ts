/** A list, which on the wire is an array or an object around one, by the caller's choice. */
export class WireList {
  readonly itemName: string;
  readonly items: readonly unknown[];
  constructor(itemName: string, items: readonly unknown[]) {
    this.itemName = itemName;
    this.items = items;
  }
}

/** `itemName` is the name of the items' type in snake case. */
export const listOf = (itemName: string, items: readonly unknown[]): WireList => new WireList(itemName, items);

/** The id as the wire has it: a bare number, however long. */
export const idOnWire = (id: string): bigint => BigInt(id);
