import type { Refund, ReturnDecision } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { isPerContract, isWholeReturn } from './goods-refund.js';
import type { Grant } from './grant.js';

/** Sources that promise what was paid for the whole contract, and do not say how much of it goes with a part. */
export const partWarnings = (
  { unknownLines }: Refund,
  heard: readonly { readonly grant: Grant }[],
  scene: Scene,
): ReturnDecision['warnings'] => {
  if (unknownLines.length === 0 || isWholeReturn(scene)) return [];
  const sources = new Set<string>();
  for (const { grant } of heard) {
    const { standing, refund, alone } = grant;
    if (standing === 'closed' || standing === 'excluded') continue;
    const outbound = alone.pays.outbound === 'buyer' ? null : alone.outbound;
    for (const kind of unknownLines.filter(isPerContract)) {
      const promise = kind === 'outbound-shipping' ? outbound : refund;
      promise?.main.because.forEach(({ source }) => sources.add(source));
    }
  }
  return [...sources].map((source) => ({ code: `part-not-settled:${source}`, right: null }));
};
