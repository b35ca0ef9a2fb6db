import { buildGuard } from '../guards/build-guard.js';
import type { Guard } from '../guards/guard.js';
import { reasonPairs } from '../guards/reason-words.js';
import type { PackRange, PackWhen } from '../packs/types.js';
import type { Money } from '../vocabulary.js';
import { parseAmount } from './amounts.js';
import type { PolicyWhen } from './schema.js';
import type { ProblemDraft } from './source-map.js';

type Path = readonly PropertyKey[];

const toList = <Word extends string>(words: Word | readonly Word[]): readonly Word[] =>
  typeof words === 'string' ? [words] : words;

const lists = ['country', 'sellerCountry', 'marketplace', 'site', 'category', 'traits', 'tags', 'soldAs', 'memberTier'] as const;
const ranges = ['placed', 'delivered', 'requested'] as const;

const toRange = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): PackRange => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

const toPrice = (price: NonNullable<PolicyWhen['price']>): { from?: Money; to?: Money } => {
  const from = price.from === undefined ? null : parseAmount(price.from);
  const to = price.to === undefined ? null : parseAmount(price.to);
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
};

/** The `when` of a seller's rule in the form packs use. */
const toPackWhen = (when: PolicyWhen): PackWhen => ({
  ...Object.fromEntries(lists.flatMap((name) => (when[name] === undefined ? [] : [[name, toList<string>(when[name])]]))),
  ...Object.fromEntries(ranges.flatMap((name) => (when[name] === undefined ? [] : [[name, toRange(when[name])]]))),
  ...Object.fromEntries(Object.entries(when.condition ?? {}).map(([flag, value]) => [`condition.${flag}`, value])),
  ...(when.reason === undefined ? {} : { reason: toList(when.reason) }),
  ...(when.reasonClass === undefined ? {} : { reasonClass: toList(when.reasonClass) }),
  ...(when.price === undefined ? {} : { price: toPrice(when.price) }),
  ...(when.isInternational === undefined ? {} : { isInternational: when.isInternational }),
  ...(when.inspection === undefined ? {} : { inspection: [when.inspection] }),
});

export const isBackwards = (from: string | number | undefined, to: string | number | undefined): boolean =>
  from !== undefined && to !== undefined && from > to;

const checkPrice = (when: PolicyWhen, path: Path): readonly ProblemDraft[] => {
  const { from, to } = toPrice(when.price ?? {});
  if (from === undefined || to === undefined) return [];
  const at = [...path, 'price'];
  if (from.currency !== to.currency) {
    return [{ code: 'contradiction', path: at, found: 'two currencies', expected: 'from and to in the same currency' }];
  }
  return isBackwards(from.minor, to.minor)
    ? [{ code: 'contradiction', path: at, found: 'from above to', expected: 'from at most to' }]
    : [];
};

/** A `when` that no case can satisfy is a mistake. */
export const checkWhen = (when: PolicyWhen, path: Path): readonly ProblemDraft[] => {
  const backwards = ranges.filter((name) => isBackwards(when[name]?.from, when[name]?.to));
  const { reason, reasonClass } = toPackWhen(when);
  const noReason = (reason !== undefined || reasonClass !== undefined) && reasonPairs(reason, reasonClass).length === 0;
  return [
    ...backwards.map((name): ProblemDraft => ({
      code: 'contradiction',
      path: [...path, name],
      found: 'from after to',
      expected: 'from at or before to',
    })),
    ...checkPrice(when, path),
    ...(noReason
      ? [
          {
            code: 'unreachable-rule',
            path: [...path, 'reason'],
            found: 'reasons outside of the reason classes beside them',
            expected: 'reasons of the named classes, or one of the two keys alone',
          } satisfies ProblemDraft,
        ]
      : []),
  ];
};

export const toGuard = (when: PolicyWhen | undefined): Guard => buildGuard(toPackWhen(when ?? {}));
