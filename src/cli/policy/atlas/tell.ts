import type { Explanation } from '../../../policy/index.js';
import type { Told } from './atlas.js';
import { createTable } from './table-of.js';

/** Keeps many explanations together: most of what nine hundred of them say is said by others too. */
export const createTeller = (): { readonly add: (explanation: Explanation) => number; readonly told: Told } => {
  const titles = createTable<string>();
  const nodes = createTable<readonly [number, ...number[]]>();
  const add = ({ title, children }: Explanation): number => nodes.add([titles.add(title), ...children.map(add)]);
  return { add, told: { titles: titles.all, nodes: nodes.all } };
};
