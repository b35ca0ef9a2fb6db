import type { Policy } from '../compile.js';
import { buyerZones, zonesIn } from '../facts/buyer-zones.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { toMoment } from '../facts/moment.js';
import type { Scene } from '../facts/scene.js';
import { createReadings } from '../guards/dimensions.js';
import { possibleClasses } from '../rules/reason-class.js';
import type { ReasonClass } from '../vocabulary.js';

/** A fact that could have several values, with the value one scene gives it. */
export interface BaseScene {
  readonly scene: Scene;
  /** The facts assumed, with the value as text: `buyer.timeZone` → `Europe/Berlin`. */
  readonly choices: ReadonlyMap<string, string>;
}

const sellerZones = ({ seller }: CaseFacts, policy: Policy): readonly string[] => {
  if (seller?.timeZone !== undefined) return [seller.timeZone];
  const isElsewhere = seller?.country !== undefined && seller.country !== policy.seller.country;
  if (policy.seller.timeZone !== undefined && !isElsewhere) return [policy.seller.timeZone];
  return zonesIn(seller?.country ?? policy.seller.country);
};

const nothingAssumed: Scene['assumed'] = new Map();

interface Setting {
  readonly facts: CaseFacts;
  readonly policy: Policy;
  readonly at: string;
}

const makeScene = (
  { facts, policy, at }: Setting,
  chosen: { readonly buyer: string; readonly seller: string; readonly reasonClass: ReasonClass },
): Scene | null => {
  const now = toMoment(at, chosen.buyer);
  const requested = facts.requestedAt === undefined ? now : toMoment(facts.requestedAt, chosen.buyer);
  if (now === null || requested === null) return null;
  const { buyer, seller } = facts;
  return {
    facts,
    at: now,
    requested,
    buyerZone: chosen.buyer,
    sellerZone: chosen.seller,
    buyerPlace: buyer.subdivision ?? buyer.country,
    sellerPlace: seller?.subdivision ?? seller?.country ?? policy.seller.country ?? null,
    reasonClass: chosen.reasonClass,
    assumed: nothingAssumed,
    calendars: policy.calendars,
    readings: createReadings(),
    clocks: new Map(),
  };
};

const nothingChosen: BaseScene['choices'] = new Map();

interface Options {
  readonly buyers: readonly string[];
  readonly sellers: readonly string[];
  readonly classes: readonly ReasonClass[];
}

/** Of what has one value only, nothing was chosen. */
const choicesOf = (scene: Scene, { buyers, sellers, classes }: Options): BaseScene['choices'] => {
  if (buyers.length === 1 && sellers.length === 1 && classes.length === 1) return nothingChosen;
  const choices = new Map<string, string>();
  if (buyers.length > 1) choices.set('buyer.timeZone', scene.buyerZone);
  if (sellers.length > 1) choices.set('seller.timeZone', scene.sellerZone);
  if (classes.length > 1) choices.set('reason', scene.reasonClass);
  return choices;
};

/**
 * One scene for each way the unknown zones and reason class could be: usually exactly one. An empty answer means `at` is no time.
 */
export const baseScenes = (setting: Setting): readonly BaseScene[] => {
  const options: Options = {
    buyers: buyerZones(setting.facts.buyer),
    sellers: sellerZones(setting.facts, setting.policy),
    classes: possibleClasses(setting.facts),
  };
  const found: BaseScene[] = [];
  for (const buyer of options.buyers) {
    for (const seller of options.sellers) {
      for (const reasonClass of options.classes) {
        const scene = makeScene(setting, { buyer, seller, reasonClass });
        if (scene !== null) found.push({ scene, choices: choicesOf(scene, options) });
      }
    }
  }
  return found;
};
