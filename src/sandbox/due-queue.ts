/** What falls due, earliest first: a binary heap, so that ten thousand cases cost nothing while none of them is due. */
export interface DueQueue<Value> {
  add(at: number, value: Value): void;
  /** Takes the earliest entry at or before `until`. */
  takeDue(until: number): { readonly at: number; readonly value: Value } | undefined;
}

interface Entry<Value> {
  readonly at: number;
  /** Entries of one time leave in the order they came, so that runs repeat. */
  readonly order: number;
  readonly value: Value;
}

const isBefore = (left: Entry<unknown>, right: Entry<unknown>): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order);

const siftUp = <Value>(heap: Entry<Value>[], from: number): void => {
  let index = from;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const entry = heap[index];
    const parent = heap[parentIndex];
    if (entry === undefined || parent === undefined || !isBefore(entry, parent)) return;
    heap[index] = parent;
    heap[parentIndex] = entry;
    index = parentIndex;
  }
};

const siftDown = <Value>(heap: Entry<Value>[]): void => {
  let index = 0;
  for (;;) {
    const entry = heap[index];
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    if (entry === undefined || left === undefined) return;
    const childIndex = right !== undefined && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
    const child = heap[childIndex];
    if (child === undefined || !isBefore(child, entry)) return;
    heap[index] = child;
    heap[childIndex] = entry;
    index = childIndex;
  }
};

export const createDueQueue = <Value>(): DueQueue<Value> => {
  const heap: Entry<Value>[] = [];
  let order = 0;
  return {
    add: (at, value) => {
      heap.push({ at, order: order++, value });
      siftUp(heap, heap.length - 1);
    },
    takeDue: (until) => {
      const first = heap[0];
      if (first === undefined || first.at > until) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return first;
    },
  };
};
