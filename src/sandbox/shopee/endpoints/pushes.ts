import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { isLoopbackUrl } from '../../server/listen.js';
import { Refusal } from '../envelope.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, respond, textOf, wrongParameter } from './input.js';

const idsOf = (body: JsonObject, name: string): readonly number[] => {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || !value.every((id: unknown) => Number.isInteger(id))) throw wrongParameter(name);
  return value.map(Number);
};

/** A callback must answer a test push with 2xx before it is taken. */
const requireAnswer = async ({ world }: ShopeeCall, url: string): Promise<void> => {
  if (!isLoopbackUrl(url)) throw new Refusal('error_param', 'this callback_url is invalid, please check your callback_url.');
  const status = await world.pushes.test(url);
  if (status === 0)
    throw new Refusal('error_param', "Shopee have sent a test push to this call back url, but we didn't get any response.");
  if (status < 200 || status > 299)
    throw new Refusal(
      'error_param',
      `Shopee have sent a test push to this call back url, the response code we get from it is ${status}.`,
    );
};

const setConfiguration = async (call: ShopeeCall): Promise<Reply> => {
  const body = bodyOf(call);
  const { pushes } = call.world;
  const before = pushes.configuration();
  const url = textOf(body['callback_url']);
  const [on, off] = [idsOf(body, 'set_push_config_on'), idsOf(body, 'set_push_config_off')];
  const blocked = idsOf(body, 'blocked_shop_id_list');
  if (blocked.length > 500) throw wrongParameter('blocked_shop_id_list');
  if (url === '' && before.callbackUrl === undefined && on.length > 0)
    throw new Refusal('error_param', "Your app's callback_url is empty, please input a callback_url before you turn on.");
  if (url !== '') await requireAnswer(call, url);
  pushes.configure({
    ...(url !== '' && { callbackUrl: url }),
    codesOn: new Set([...[...before.codesOn].filter((code) => !off.includes(code)), ...on]),
    ...(body['blocked_shop_id_list'] !== undefined && { blockedShopIds: new Set(blocked) }),
  });
  return respond(call, { result: 'success' });
};

const getConfiguration = (call: ShopeeCall): Reply => {
  const { callbackUrl, codesOn, blockedShopIds } = call.world.pushes.configuration();
  return respond(call, {
    callback_url: callbackUrl ?? '',
    live_push_status: 'Normal',
    blocked_shop_id: [...blockedShopIds],
    push_config_on_list: [...codesOn].sort((left, right) => left - right),
    push_config_off_list: [],
  });
};

const mostMessages = 100;

const getLostMessages = (call: ShopeeCall): Reply => {
  const lost = call.world.pushes.lost(call.now);
  const page = lost.slice(0, mostMessages);
  return respond(call, {
    push_message_list: page.map(({ shopId, code, timestamp, body }) => ({ shop_id: shopId, code, timestamp, data: body })),
    has_next_page: lost.length > mostMessages,
    last_message_id: page.at(-1)?.id ?? 0,
  });
};

const confirmLostMessages = (call: ShopeeCall): Reply => {
  const lastId = bodyOf(call)['last_message_id'];
  if (typeof lastId !== 'number') throw wrongParameter('last_message_id');
  call.world.pushes.confirm(lastId);
  return call.world.envelopes.flat({});
};

export const pushEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/api/v2/push/set_app_push_config', type: 'public', answer: setConfiguration },
  { method: 'GET', path: '/api/v2/push/get_app_push_config', type: 'public', answer: getConfiguration },
  { method: 'GET', path: '/api/v2/push/get_lost_push_message', type: 'public', answer: getLostMessages },
  {
    method: 'POST',
    path: '/api/v2/push/confirm_consumed_lost_push_message',
    type: 'public',
    answer: confirmLostMessages,
  },
];
