import type { Reply } from '../../exchange.js';
import { isJsonObject, parseJson, writeJson, type JsonObject } from '../../json.js';
import type { OrderRecord } from '../record.js';
import { invalidInput } from '../refusal.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { instantOf, listOf, parameterOf, requireMarketplaces, requireOrder } from './input.js';

/** What a kind of message carries; text in characters. */
interface MessageKind {
  readonly operation: string;
  readonly longestText?: number;
  readonly attachments: 'required' | 'allowed' | 'none';
  readonly hasCoverage?: true;
}

const kinds: Readonly<Record<string, MessageKind>> = {
  confirmCustomizationDetails: { operation: 'confirmCustomizationDetails', longestText: 800, attachments: 'allowed' },
  confirmDeliveryDetails: { operation: 'createConfirmDeliveryDetails', longestText: 2000, attachments: 'none' },
  confirmOrderDetails: { operation: 'createConfirmOrderDetails', longestText: 2000, attachments: 'none' },
  confirmServiceDetails: { operation: 'createConfirmServiceDetails', longestText: 2000, attachments: 'none' },
  unexpectedProblem: { operation: 'createUnexpectedProblem', longestText: 2000, attachments: 'none' },
  digitalAccessKey: { operation: 'createDigitalAccessKey', longestText: 400, attachments: 'allowed' },
  legalDisclosure: { operation: 'createLegalDisclosure', attachments: 'required' },
  warranty: { operation: 'CreateWarranty', attachments: 'required', hasCoverage: true },
  invoice: { operation: 'sendInvoice', attachments: 'required' },
};

/** Listed by Amazon although no operation stands behind them. */
const withoutOperation = ['negativeFeedbackRemoval', 'amazonMotors'];

/** Services and software are not what these sellers sell. */
const allowedOf = ({ isMessageable }: OrderRecord): readonly string[] =>
  isMessageable
    ? [
        ...Object.keys(kinds).filter((kind) => kind !== 'confirmServiceDetails' && kind !== 'digitalAccessKey'),
        ...withoutOperation,
      ]
    : [];

const respond = (status: number, body: JsonObject): Reply => ({
  status,
  headers: { 'content-type': 'application/hal+json' },
  body: writeJson(body),
  error: '',
});

/** These calls take exactly one store, the order's own. */
const orderOf = (call: AmazonCall): OrderRecord => {
  const stores = requireMarketplaces(call, listOf(call.request.query, 'marketplaceIds'));
  const [store] = stores;
  if (store === undefined || stores.length > 1) throw invalidInput('marketplaceIds must have exactly one entry');
  const order = requireOrder(call, parameterOf(call, 'amazonOrderId'));
  if (order.marketplace.id !== store) throw invalidInput('The order does not belong to this marketplace.');
  return order;
};

const getMessagingActionsForOrder = (call: AmazonCall): Reply => {
  const order = orderOf(call);
  const base = `/messaging/v1/orders/${order.orderId}`;
  const suffix = `?marketplaceIds=${order.marketplace.id}`;
  const names = allowedOf(order);
  return respond(200, {
    _links: {
      self: { href: base + suffix },
      actions: names.map((name) => ({ href: `${base}/messages/${name}${suffix}`, name })),
    },
    _embedded: {
      actions: names.map((name) => ({
        _links: {
          self: { href: `${base}/messages/${name}${suffix}` },
          schema: { href: `${base}/messages/${name}/schema${suffix}` },
        },
        payload: { name },
      })),
    },
  });
};

const locales: Readonly<Record<string, string>> = {
  US: 'en-US',
  CA: 'en-CA',
  MX: 'es-MX',
  GB: 'en-GB',
  DE: 'de-DE',
  FR: 'fr-FR',
  IN: 'en-IN',
  JP: 'ja-JP',
  AU: 'en-AU',
};

const getAttributes = (call: AmazonCall): Reply => {
  const { marketplace } = orderOf(call);
  return respond(200, { buyer: { locale: locales[marketplace.country] } });
};

const textOf = (body: JsonObject, { longestText }: MessageKind): string => {
  const text = body['text'] ?? '';
  if (typeof text !== 'string') throw invalidInput("'text' is not a text");
  if (longestText === undefined) return text;
  if (text.length < 1 || text.length > longestText) throw invalidInput(`'text' must have 1 to ${longestText} characters`);
  if (/<[a-z][^>]*>/i.test(text) || /\S@\S+\.\S/.test(text)) throw invalidInput("'text' must hold no HTML and no e-mail address");
  return text;
};

const toAttachment = (attachment: unknown, { world, seller }: AmazonCall): string => {
  const id = isJsonObject(attachment) ? attachment['uploadDestinationId'] : undefined;
  const name = isJsonObject(attachment) ? attachment['fileName'] : undefined;
  const document = typeof id === 'string' ? world.documents.find(id) : undefined;
  if (document?.content === undefined || document.sellerId !== seller.sellerId || typeof name !== 'string' || name === '')
    throw invalidInput('An attachment needs a fileName and the id of a destination that was uploaded to');
  return name;
};

const attachmentsOf = (body: JsonObject, kind: MessageKind, call: AmazonCall): readonly string[] => {
  const attachments = body['attachments'] ?? [];
  if (!Array.isArray(attachments) || attachments.length > 5) throw invalidInput('attachments must have 1 to 5 entries');
  if (kind.attachments === 'required' && attachments.length === 0) throw invalidInput('attachments must have 1 to 5 entries');
  if (kind.attachments === 'none' && attachments.length > 0) throw invalidInput('This message takes no attachments');
  return attachments.map((attachment: unknown) => toAttachment(attachment, call));
};

const requireCoverage = (body: JsonObject): void => {
  for (const name of ['coverageStartDate', 'coverageEndDate']) {
    const value = body[name];
    if (value !== undefined) instantOf(typeof value === 'string' ? value : '', name);
  }
};

const send =
  (name: string, kind: MessageKind) =>
  (call: AmazonCall): Reply => {
    const order = orderOf(call);
    if (!allowedOf(order).includes(name)) throw invalidInput(`The message ${name} is not allowed for this order.`);
    const body = parseJson(call.request.body.toString('utf8'));
    if (!isJsonObject(body)) throw invalidInput('Could not match input arguments');
    if (kind.hasCoverage === true) requireCoverage(body);
    const text = textOf(body, kind);
    const attachments = attachmentsOf(body, kind, call);
    call.world.messages.add({ order, kind: name, at: call.now, text, attachments });
    return respond(201, {});
  };

const folder = '/messaging/v1/orders/{amazonOrderId}';
const rate = { perSecond: 1, burst: 5 };

export const messagingEndpoints: readonly Endpoint[] = [
  { operation: 'getMessagingActionsForOrder', method: 'GET', path: folder, rate, answer: getMessagingActionsForOrder },
  { operation: 'GetAttributes', method: 'GET', path: `${folder}/attributes`, rate, answer: getAttributes },
  ...Object.entries(kinds).map(([name, kind]): Endpoint => ({
    operation: kind.operation,
    method: 'POST',
    path: `${folder}/messages/${name}`,
    rate,
    answer: send(name, kind),
  })),
];
