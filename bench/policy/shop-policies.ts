import type { PolicyDocument } from '../../src/policy/index.js';
import { categories } from '../../src/policy/facts/goods.js';

type Rule = Exclude<NonNullable<PolicyDocument['rules'][number]['except']>[number], string>;

/** Where a shop that sells abroad sells, its largest markets first. */
const markets =
  'DE FR IT ES NL PL AT BE SE CZ DK US GB IE PT FI CH HU RO GR JP CA AU NO SK KR HR SI BG LT SG LV EE MX LU IL TW BR MT CY'.split(
    ' ',
  );

const money = { item: '100%', form: 'original-means' } as const;
const small = ['electronics', 'phones', 'computers'] as const;
const bulky = ['furniture', 'appliances'] as const;
const grouped = new Set<string>([...small, ...bulky]);
const single = categories.filter((category) => !grouped.has(category));

/** One more exception in a country; `turn` counts them. Those that say the same of the same goods are nested, as they must be. */
const exceptions: readonly ((id: string, market: number) => Rule)[] = [
  (id, market) => ({
    id: `${id}-small-devices`,
    when: { category: [...small] },
    window: { days: 14 + (market % 3) * 7 },
    except: [{ id: `${id}-small-refurbished`, when: { soldAs: 'refurbished' }, window: { days: 10 + (market % 5) } }],
  }),
  (id, market) => ({
    id: `${id}-dear`,
    when: { price: { from: `${String(80 + (market % 4) * 40)}.00 EUR` } },
    pays: { return: 'seller' },
  }),
  (id) => ({
    id: `${id}-christmas`,
    when: { placed: { from: '2027-11-01', to: '2027-12-24' } },
    extend: { until: '2028-01-31' },
  }),
  (id) => ({ id: `${id}-outlet`, when: { tags: 'outlet' }, refund: { form: 'store-credit' } }),
  (id, market) => ({
    id: `${id}-bulky`,
    when: { category: [...bulky] },
    refund: { fees: [{ kind: 'restocking', percent: `${String(10 + (market % 3) * 5)}%`, cap: '40.00 EUR' }] },
  }),
  (id) => ({ id: `${id}-gold`, when: { memberTier: 'gold' }, extend: { days: 60, from: 'delivered' } }),
];

/** After those, one kind of goods after the other: days of its own, and for every third the way back from some price on. */
const aboutGoods = (id: string, turn: number): Rule => {
  const category = single[turn % single.length] ?? 'fashion';
  const nested: Rule = { id: `${id}-${category}-dear`, when: { price: { from: '200.00 EUR' } }, pays: { return: 'seller' } };
  return {
    id: `${id}-${category}`,
    when: { category },
    window: { days: 20 + turn },
    ...(turn % 3 === 2 ? { except: [nested] } : {}),
  };
};

const sizeOf = ({ except = [] }: Rule): number =>
  1 + except.reduce<number>((sum, each) => sum + (typeof each === 'string' ? 0 : sizeOf(each)), 0);

const marketRule = (code: string, market: number, size: number): Rule => {
  const id = code.toLowerCase();
  const except: Rule[] = [];
  let left = size - 1;
  for (let turn = 0; left > 0; turn += 1) {
    const make = exceptions[turn];
    const whole = make === undefined ? aboutGoods(id, turn - exceptions.length) : make(id, market);
    const { except: nested, ...alone } = whole;
    const rule = sizeOf(whole) <= left || nested === undefined ? whole : alone;
    except.push(rule);
    left -= sizeOf(rule);
  }
  return {
    id,
    when: { country: code },
    window: { days: 30 + (market % 4) * 5 },
    ...(market % 2 === 0 ? { pays: { return: 'seller' as const } } : {}),
    ...(except.length === 0 ? {} : { except }),
  };
};

/** What every shop has, whatever the country. */
const everywhere: readonly Rule[] = [
  { id: 'made-to-order', when: { traits: 'custom-made' }, exclude: 'custom-made' },
  { id: 'opened-hygiene', when: { traits: 'hygiene-sealed', condition: { isUnsealed: true } }, exclude: 'hygiene-unsealed' },
  { id: 'fresh', when: { traits: 'perishable' }, exclude: 'perishable' },
];

const ruleOfOwn = 3 + everywhere.length + 2;
const rulesPerMarket = 4;

/**
 * A return policy of so many rules, always the same: a base, what every shop excludes, and country after country with its own days,
 * kinds of goods, prices and seasons, as an export seller writes it.
 */
export const shopPolicy = (count: number): PolicyDocument => {
  const own = Math.max(count - ruleOfOwn, 0);
  const size = Math.min(markets.length, Math.ceil(own / rulesPerMarket));
  const abroad = markets
    .slice(0, size)
    .map((code, index) => marketRule(code, index, Math.floor(own / size) + (index < own % size ? 1 : 0)));
  return {
    aftersale: 'policy/v1',
    id: 'shop',
    seller: { country: 'DE', timeZone: 'Europe/Berlin', calendar: 'DE' },
    currency: 'EUR',
    rules: [
      {
        id: 'change-of-mind',
        when: { reasonClass: 'withdrawal' },
        window: { days: 30, from: 'delivered' },
        conditions: ['unused', 'complete'],
        otherwise: { deduct: { kind: 'diminished-value', upTo: '50%' } },
        pays: { return: 'buyer', outbound: 'buyer' },
        refund: money,
        remedies: ['refund', 'exchange'],
        except: [...everywhere, ...abroad],
      },
      {
        id: 'faulty',
        when: { reasonClass: ['conformity', 'late'] },
        window: { months: 24, from: 'delivered' },
        pays: { return: 'seller', outbound: 'seller', replacement: 'seller' },
        refund: { ...money, outbound: 'full' },
        remedies: ['replacement', 'repair', 'refund'],
        except: [
          { id: 'cheap', when: { price: { to: '20.00 EUR' } }, remedies: ['keep-and-refund'] },
          { id: 'second-hand', when: { soldAs: ['used', 'refurbished'] }, window: { months: 12, from: 'delivered' } },
        ],
      },
      {
        id: 'lost',
        when: { reasonClass: 'non-delivery' },
        window: { days: 60, from: 'promised' },
        pays: { outbound: 'seller', replacement: 'seller' },
        refund: { ...money, outbound: 'full' },
        remedies: ['reship', 'refund'],
      },
    ],
    promises: { answer: { businessDays: 3, from: 'requested' }, refund: { businessDays: 5, from: 'inspected' } },
    'buyer-duties': { 'dispatch-back': { days: 14, from: 'authorised' } },
  };
};

const edit = (rule: Rule, index: number): readonly Rule[] => {
  if (rule.when?.country === undefined) return [rule];
  // Of every four countries one gets other days, one another payer, and one is gone.
  if (index % 4 === 0) return [{ ...rule, window: { days: 21 } }];
  if (index % 4 === 1) return [{ ...rule, pays: { return: 'buyer' } }];
  return index % 4 === 2 ? [] : [rule];
};

const editAll = (rule: PolicyDocument['rules'][number]): PolicyDocument['rules'][number] => ({
  ...rule,
  except: (rule.except ?? []).flatMap((each, index): readonly (string | Rule)[] =>
    typeof each === 'string' ? [each] : edit(each, index),
  ),
});

/** The same policy after a morning's work on its countries. */
export const editedPolicy = (document: PolicyDocument): PolicyDocument => ({ ...document, rules: document.rules.map(editAll) });
