import type { Reply } from '../../exchange.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import { disputeReasonsOf, disputeReasonText, type DisputeReason, type EvidenceModule } from '../dispute-reasons.js';
import { Refusal } from '../envelope.js';
import { cancelCompensation, raiseDispute } from '../lifecycle/disputes.js';
import type { Photo, ReturnRecord } from '../record.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, noSuchReturn, requireReturn, respond, textOf } from './input.js';

const parameterError = (message: string): Refusal => new Refusal('dispute.request.param.error', message);
const notQueried = (): Refusal => parameterError('The return_sn you requested was not queried, please check it');

const toModule = ({ index, requirement, isRequired }: EvidenceModule): JsonObject => ({
  module_index: index,
  requirement,
  is_required: isRequired,
});

const toReason = ({ id, modules }: DisputeReason, { quirks, shop }: ReturnRecord): JsonObject => ({
  // An integer until April 2026, text since then; both are still met.
  dispute_reason: quirks.disputeReasonIdForm === 'number' ? id : String(id),
  dispute_reason_text: shop.region === 'BR' && id > 80 ? disputeReasonText(id) : undefined,
  dispute_requirement: 'Please send the following so that the case can be reviewed :\n\n',
  evidence_module_list: modules.map(toModule),
  sample_evidence: [],
});

const getDisputeReasons = (call: ShopeeCall): Reply => {
  const returnSn = call.request.query.get('return_sn') ?? '';
  if (returnSn === '') throw parameterError('return_sn is a required parameter');
  const record = requireReturn(call, returnSn, notQueried);
  return respond(call, { dispute_reason_list: disputeReasonsOf(record, call.now).map((reason) => toReason(reason, record)) });
};

const requireField = (value: unknown, field: string): string => {
  const text = textOf(value);
  if (text === '') throw parameterError(`Key: '${field}' Error:Field validation for '${field}' failed on the 'required' tag`);
  return text;
};

const requireEmail = (body: JsonObject): void => {
  const email = requireField(body['email'], 'Email');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw parameterError(`Input invalid email=[${email}]`);
};

const requireDisputable = (record: ReturnRecord): void => {
  const { status, claim } = record;
  if (status === 'JUDGING' || status === 'SELLER_DISPUTE')
    throw new Refusal('error_data', 'Shopee is reviewing the case and will get back to you.');
  if (claim.awaitsBuyerEvidence)
    throw new Refusal(
      'error_data',
      'The return case is missing initial evidence from the buyer and will be auto-cancelled if the buyer does not provide evidence by the due date.',
    );
  if (status === 'CLOSED' || status === 'CANCELLED')
    throw new Refusal(
      'error_return_status',
      'Cannot raise dispute because return SN is not in REQUESTED, RETURN_PROCESSING, or RETURN_ACCEPTED',
    );
};

const requireReason = (body: JsonObject, record: ReturnRecord, call: ShopeeCall): DisputeReason => {
  const id = body['dispute_reason_id'];
  if (id === undefined || id === null) throw parameterError("Can't raise dispute because the dispute reason is empty");
  if (typeof id !== 'number') throw parameterError('dispute.request.param.error');
  const reasons = disputeReasonsOf(record, call.now);
  if (reasons.length === 0)
    throw new Refusal('returnsn.illegal', 'Return status does not allow initiating a dispute case（From dispute side）');
  const reason = reasons.find((candidate) => candidate.id === id);
  if (reason === undefined)
    throw parameterError("Can't raise dispute because the return_sn and dispute_reason_id does not match.");
  return reason;
};

interface Evidence {
  readonly index: number;
  readonly requirement: string;
  readonly urls: readonly string[];
}

const parseEvidence = (value: unknown): readonly Evidence[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw parameterError('dispute.request.param.error');
  return value.map((entry: unknown) => {
    const { module_index: index, requirement, image_url: urls }: JsonObject = isJsonObject(entry) ? entry : {};
    if (typeof index !== 'number' || !Array.isArray(urls)) throw parameterError('dispute.request.param.error');
    return { index, requirement: textOf(requirement), urls: urls.map(textOf) };
  });
};

const requireEvidence = (evidence: readonly Evidence[], { modules }: DisputeReason): void => {
  const required = modules.filter(({ isRequired }) => isRequired);
  if (required.some(({ index }) => index === 0))
    throw parameterError('Unable to raise dispute as mandatory module index is missing');
  for (const { index, requirement, urls } of evidence) {
    const module = modules.find((candidate) => candidate.index === index);
    if (module?.requirement !== requirement)
      throw parameterError("can't raise dispute because the requirement and dispute reason ID does not match");
    if (urls.length > 3) throw parameterError('Invalid images, images max size is 3 per module');
  }
  const isComplete = required.every(({ index }) => evidence.some((entry) => entry.index === index && entry.urls.length > 0));
  if (!isComplete) throw parameterError("can't raise dispute because mandatory evidence is missing");
};

const fetchPhotos = (evidence: readonly Evidence[], { world }: ShopeeCall): readonly Photo[] => {
  const urls = evidence.flatMap((entry) => entry.urls);
  if (!urls.every((url) => world.uploads.isFetchable(url))) throw new Refusal('error_param', 'All images download fail');
  return urls.map((url) => ({ url, thumbnail: url }));
};

const dispute = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  const returnSn = textOf(body['return_sn']);
  if (returnSn === '') throw parameterError('return_sn is a required parameter');
  const record = requireReturn(call, returnSn, notQueried);
  requireEmail(body);
  requireDisputable(record);
  const reason = requireReason(body, record, call);
  const evidence = parseEvidence(body['image_list']);
  requireEvidence(evidence, reason);
  const photos = fetchPhotos(evidence, call);
  const text = textOf(body['dispute_text_reason']);
  call.world.returns.change(record, call.now, raiseDispute({ reasonId: reason.id, text, photos }));
  return respond(call, { return_sn: returnSn, msg: 'dispute return success' });
};

const ineligible = (detail: string): Refusal => new Refusal('dispute.cancel.ineligible', `Cannot cancel dispute ${detail}`);

const requireCancelable = ({ status, compensation, dispute: raised }: ReturnRecord): void => {
  if (status !== 'ACCEPTED') throw ineligible('when return status is not in ACCEPTED');
  if (compensation.status === 'REQUESTED') return;
  if (['APPROVED', 'REJECTED', 'CANCELLED'].includes(compensation.status))
    throw ineligible(`when compensation status is already in COMPENSATION_${compensation.status}`);
  if (raised?.kind === 'normal') throw ineligible('because return SN is not eligible for compensation dispute');
  throw ineligible('when compensation status is not in COMPENSATION_REQUESTED');
};

const cancelDispute = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  const record = requireReturn(call, requireField(body['return_sn'], 'ReturnSn'), noSuchReturn);
  requireEmail(body);
  requireCancelable(record);
  call.world.returns.change(record, call.now, cancelCompensation);
  return respond(call, { return_sn: record.returnSn, message: 'SUCCESS' });
};

export const disputeEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/api/v2/returns/get_return_dispute_reason', type: 'shop', answer: getDisputeReasons },
  { method: 'POST', path: '/api/v2/returns/dispute', type: 'shop', answer: dispute },
  { method: 'POST', path: '/api/v2/returns/cancel_dispute', type: 'shop', answer: cancelDispute },
];
