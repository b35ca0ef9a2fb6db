import type { Mark, Obstacle } from './types.js';

interface Words {
  readonly mark: Mark;
  readonly pattern: RegExp;
}

/**
 * What the carrier's text says where its status is not known. The first that fits wins, so what only sounds like a delivery ("not
 * delivered", "delivered to the airline") stands before the delivery. English and Chinese; a text in another language says nothing.
 */
const stages: readonly Words[] = [
  {
    mark: 'attempted',
    pattern:
      /\b(undelivered|(not|never|cannot|\w+n['’]t) ((yet|be|been) )*deliver(ed)?|unable to deliver|unsuccessful delivery|delivery (attempt )?(failed|unsuccessful|exception|made|not possible|could not be \w+)|(failed|unsuccessful) (delivery )?attempt|attempted delivery|delivery attempted|(recipient|customer) (was )?(absent|unavailable|not (available|home))|no(body| one) (was )?(at )?home|(notice|card) left|left (a )?(notice|card))\b|未.{0,3}(签收|妥投|送达)|签收(失败|不成功)|拒绝签收|(派送|派件|投递|妥投)(失败|未成功|不成功)|无法(送达|妥投|派送)|不在家/i,
  },
  {
    mark: 'announced',
    pattern:
      /\b(label (was )?(created|printed)|pre-?shipment|(shipment|shipping|electronic) (information|notification)|information (received|sent)|awaiting (the )?(item|parcel|pick-?up|collection)(?! (by|at|from|in) )|not yet received|marked as shipped|shipment confirmed)\b|^shipped( to the buyer)?$|待揽收|等待揽收|未揽(收|件)|电子信息|已下单|(卖家|商家)已发货/i,
  },
  {
    mark: 'returned',
    pattern:
      /\b(delivered|handed|given) (back )?to (the )?(sender|seller|shipper)\b|\breturn (completed|delivered)\b|退(件|回).{0,6}(签收|妥投)/i,
  },
  {
    mark: 'returning',
    pattern:
      /\breturn(ed|ing)? to (the )?(sender|seller|shipper|origin)\b|\breturn (started|initiated|in progress|processed)\b|\bbeing returned\b|退回|退件|退运/i,
  },
  { mark: 'moving', pattern: /\b((will|to|shall) be delivered|(expected|estimated|scheduled) (for )?deliver\w*)\b|即将/i },
  { mark: 'out-for-delivery', pattern: /\bout for delivery\b|派送中|派件中|正在派(送|件)|(待|请|请您|准备)签收/i },
  {
    mark: 'moving',
    pattern:
      /\bdelivered to (the |an? )?(\w+ )?(airline|airport|carrier|courier|customs|sort\w*|depot|facility|hub|post office|terminal|transport\w*|warehouse)\b/i,
  },
  { mark: 'moving', pattern: /\b(not|no longer) (lost|missing)\b|\bmissing (information|documents?|address|data)\b/i },
  { mark: 'lost', pattern: /\b(lost(?! (and found|track))|missing)\b|丢失|遗失|丢件/i },
  {
    mark: 'delivered',
    pattern:
      /\bdelivered\b|\bsigned (for )?by\b|\bdelivery (completed|successful)\b|\b(collected|picked up|received) by (the )?(recipient|customer|buyer|addressee)\b|\bleft (at|by|in|on|with) (the |a |your )?((front|back|side) )?(door|doorstep|porch|mail ?box|letter ?box|neighbou?r|reception|safe ?place)\b|妥投|签收|已送达|(客户|收件人|本人|买家)已?(取件|自提)/i,
  },
  {
    mark: 'accepted',
    pattern:
      /\b(accepted|acceptance|picked up|collected|posted|received (at|by) (the )?(\w+ )?(carrier|courier|origin|facility|post office|warehouse))\b|揽收|收寄|已收件|已取件/i,
  },
  {
    mark: 'moving',
    pattern:
      /\b(arriv\w+|depart\w*|in transit|sort\w*|process\w*|dispatch\w*|forward\w*|left)\b|到达|抵达|离开|发往|运输|中转|分拣/i,
  },
];

/** The seller's own word that it was sent is no scan, whatever status it was given. */
export const isSellersWord = (text: string): boolean =>
  /^shipped( to the buyer)?$|\bmarked as shipped\b|(卖家|商家)已发货/i.test(text.trim());

export const stageIn = (text: string): Mark | null => stages.find(({ pattern }) => pattern.test(text))?.mark ?? null;

const released =
  /\b(released|cleared)\b.{0,30}\bcustoms\b|\bcustoms\b.{0,30}\b(released|cleared|completed)\b|\bclearance (completed|finished)\b|\bno longer held\b|清关(完成|成功|放行)|海关.{0,4}放行/i;

const held =
  /\b(held|detained|detention|stopped|retained|seized|hold)\b.{0,30}\bcustoms\b|\bcustoms\b.{0,30}\b(hold|held|detained|detention|retained|seized|delay)\b|\bclearance delay\b|\bduty unpaid\b|\b(duties|duty|taxes) (are |is )?(due|payable|unpaid|not paid)\b|\bawaiting (the )?(payment of )?(duties|duty|taxes)\b|海关.{0,4}(扣留|扣件|扣押|滞留|暂扣|查扣)|清关(异常|失败|延误)|扣关/i;

/** What refines a stage whatever its status is. */
const refinements: readonly Words[] = [
  {
    mark: 'exported',
    pattern:
      /\bexported\b|\b(depart\w*|left|leav\w+)\b.{0,20}\b(origin country|country of origin|outward office of exchange)\b|\b(flight|airline|aircraft)\b.{0,12}\b(departed|took off)\b|离开(始发|原寄|发件)国|航班.{0,4}起飞|已出境|飞往/i,
  },
  {
    mark: 'imported',
    pattern:
      /\barriv\w*\b.{0,20}\b(destination country|country of destination|inward office of exchange)\b|\bimport (customs|clearance|scan|of item)\b|到达目的(国|地国)|抵达目的国|进口/i,
  },
  { mark: 'customs', pattern: /\bcustoms\b|\bclearance\b|清关|海关|报关/i },
];

const elsewhere = /\bmis-?delivered\b|\b(wrong|(an)?other|different) address\b|误投|错投/i;

const otherHands = /\bneighbou?r\b|\breception\b|\bconcierge\b|\bsafe ?place\b|邻居|他人.{0,2}签收|代收|门卫/i;

/** Customs, borders and other hands, as far as the text names them. */
export const refinementsIn = (text: string): readonly Mark[] => [
  ...refinements.filter(({ pattern }) => pattern.test(text)).map(({ mark }) => mark),
  ...(released.test(text) ? ['customs-released' as const] : held.test(text) ? ['customs-held' as const] : []),
];

export const namesOtherPlace = (text: string): boolean => elsewhere.test(text);

/** The buyer's neighbor or porter may have it for the buyer. */
export const namesOtherHands = (text: string): boolean => otherHands.test(text);

const obstacles: readonly { readonly obstacle: Obstacle; readonly pattern: RegExp }[] = [
  {
    obstacle: 'refused',
    pattern: /\brefused\b|\brejected by (the )?(recipient|buyer|addressee|customer)\b|\bREJECTED_BY_BUYER\b|拒收|拒签|拒绝签收/i,
  },
  {
    obstacle: 'address',
    pattern:
      /\b(incorrect|wrong|unknown|insufficient|incomplete|bad) address\b|\baddress (is )?(incorrect|wrong|unknown|insufficient|incomplete|not found)\b|\baddressee (unknown|moved)\b|地址(不详|错误|有误|不全)|查无此人/i,
  },
  { obstacle: 'unclaimed', pattern: /\bunclaimed\b|\bnot (been )?collected\b|\bunpicked\b|无人(认领|领取)|超期未取/i },
  {
    obstacle: 'duty-unpaid',
    pattern:
      /\b(duties|duty|taxes) (are |is )?(unpaid|due|payable|not paid|refused)\b|\bawaiting (the )?(payment of )?(duties|duty|taxes)\b|未缴税|税款未付/i,
  },
];

export const obstacleIn = (text: string): Obstacle | null =>
  obstacles.find(({ pattern }) => pattern.test(text))?.obstacle ?? null;

/** Words after which no delivery will come. Unpaid duties are not among them: they can still be paid. */
export const endsDelivery = (text: string): boolean => {
  const obstacle = obstacleIn(text);
  return /\bundeliverable\b|无法投递/i.test(text) || (obstacle !== null && obstacle !== 'duty-unpaid');
};
