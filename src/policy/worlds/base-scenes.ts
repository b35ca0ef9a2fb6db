import { zonesOf } from '../calendar/country-zones.js';
import type { Policy } from '../compile.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { toMoment } from '../facts/moment.js';
import type { Scene } from '../facts/scene.js';
import { possibleClasses } from '../rules/reason-class.js';

/** A fact that could have several values, with the value one scene gives it. */
export interface BaseScene {
  readonly scene: Scene;
  /** The facts assumed, with the value as text: `buyer.timeZone` → `Europe/Berlin`. */
  readonly choices: ReadonlyMap<string, string>;
}

/** Where a seller nobody placed could be: the first and the last zone of the world. */
const anywhere = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];

const buyerZones = ({ buyer }: CaseFacts): readonly string[] =>
  buyer.timeZone === undefined ? (zonesOf(buyer.country) ?? anywhere) : [buyer.timeZone];

const sellerZones = ({ seller }: CaseFacts, policy: Policy): readonly string[] => {
  if (seller?.timeZone !== undefined) return [seller.timeZone];
  const isElsewhere = seller?.country !== undefined && seller.country !== policy.seller.country;
  if (policy.seller.timeZone !== undefined && !isElsewhere) return [policy.seller.timeZone];
  const country = seller?.country ?? policy.seller.country;
  return country === undefined ? anywhere : (zonesOf(country) ?? anywhere);
};

const choose = (fact: string, values: readonly string[], index: number): readonly (readonly [string, string])[] =>
  values.length < 2 ? [] : [[fact, values[index] ?? '']];

const nothingAssumed: Scene['assumed'] = new Map();

interface Setting {
  readonly facts: CaseFacts;
  readonly policy: Policy;
  readonly at: string;
}

const makeScene = (
  { facts, policy, at }: Setting,
  zones: { readonly buyer: string; readonly seller: string },
): Omit<Scene, 'reasonClass'> | null => {
  const now = toMoment(at, zones.buyer);
  const requested = facts.requestedAt === undefined ? now : toMoment(facts.requestedAt, zones.buyer);
  if (now === null || requested === null) return null;
  const { buyer, seller } = facts;
  return {
    facts,
    at: now,
    requested,
    buyerZone: zones.buyer,
    sellerZone: zones.seller,
    buyerPlace: buyer.subdivision ?? buyer.country,
    sellerPlace: seller?.subdivision ?? seller?.country ?? policy.seller.country ?? null,
    assumed: nothingAssumed,
    calendars: policy.calendars,
    readings: [],
  };
};

/**
 * One scene for each way the unknown zones and reason class could be: usually exactly one. An empty answer means `at` is no time.
 */
export const baseScenes = (setting: Setting): readonly BaseScene[] => {
  const classes = possibleClasses(setting.facts);
  const [buyers, sellers] = [buyerZones(setting.facts), sellerZones(setting.facts, setting.policy)];
  return buyers.flatMap((buyer, buyerIndex) =>
    sellers.flatMap((seller, sellerIndex) => {
      const scene = makeScene(setting, { buyer, seller });
      if (scene === null) return [];
      return classes.map((reasonClass, classIndex): BaseScene => ({
        scene: { ...scene, reasonClass, readings: [] },
        choices: new Map([
          ...choose('buyer.timeZone', buyers, buyerIndex),
          ...choose('seller.timeZone', sellers, sellerIndex),
          ...choose('reason', classes, classIndex),
        ]),
      }));
    }),
  );
};
