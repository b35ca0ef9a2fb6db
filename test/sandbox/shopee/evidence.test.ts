import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, day, pngBytes, renew, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const convert = (sandbox: Sandbox, returnSn: string, file: Buffer | undefined): Promise<Answer> => {
  const form = new FormData();
  form.append('return_sn', returnSn);
  if (file !== undefined) form.append('upload_image', new Blob([file]), 'proof.png');
  return connect(sandbox).form('/api/v2/returns/convert_image', form);
};

describe('convert_image', () => {
  it('takes a PNG or a JPEG by its bytes and gives its address', async () => {
    const sandbox = await startSandbox();
    const { returnSn } = caseOf(sandbox, 'judging-evidence');
    const png = await convert(sandbox, returnSn, pngBytes);
    expect(png.body.response.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2\/files\/.+\.png$/);
    const jpeg = await convert(sandbox, returnSn, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0d, 0x0a]));
    expect(jpeg.body.response.thumbnail).toMatch(/_tn\.jpg$/);
    expect(jpeg.body.response.url).not.toBe(png.body.response.url);
  });

  it.each([
    ['another format', Buffer.from('GIF89a'), 'format.unsupport'],
    ['no picture', undefined, 'image.upload.fail'],
    ['more than 10 MB', Buffer.concat([pngBytes, Buffer.alloc(10 * 1024 * 1024)]), 'image.upload.fail'],
  ])('refuses %s', async (_name, file, error) => {
    const sandbox = await startSandbox();
    expect((await convert(sandbox, caseOf(sandbox, 'judging-evidence').returnSn, file)).body.error).toBe(error);
  });

  it('refuses a return that does not exist, and a body that is no form', async () => {
    const sandbox = await startSandbox();
    expect((await convert(sandbox, 'x', pngBytes)).body.error).toBe('returnsn.illegal');
    const json = await connect(sandbox).post('/api/v2/returns/convert_image', { return_sn: 'x' });
    expect(json.body.error).toBe('image.upload.fail');
  });
});

describe('upload_proof', () => {
  const photoOf = async (sandbox: Sandbox, returnSn: string) => {
    const photo: object = (await convert(sandbox, returnSn, pngBytes)).body.response;
    return photo;
  };
  const upload = (sandbox: Sandbox, returnSn: string, body: object): Promise<Answer> =>
    connect(sandbox).post('/api/v2/returns/upload_proof', { return_sn: returnSn, ...body });

  it('answers Shopee’s question once, and can be read back', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'judging-evidence');
    const photo = await photoOf(sandbox, found.returnSn);
    const client = connect(sandbox);
    const query = { return_sn: found.returnSn };
    expect((await client.get('/api/v2/returns/query_proof', query)).body.error).toBe('no.proof');
    const answer = await upload(sandbox, found.returnSn, { photo: [photo], description: 'sealed' });
    expect(answer.body).toMatchObject({ error: '', response: {} });
    expect(currentOf(sandbox, found).proofStatus).toBe('UPLOADED');
    expect((await client.get('/api/v2/returns/query_proof', query)).body.response).toEqual({
      image: [photo],
      video: [],
      description: 'sealed',
    });
    expect((await upload(sandbox, found.returnSn, { description: 'more' })).body.error).toBe('no.proof');
  });

  it('is refused when nobody asked, when it is late, and when it is empty or not to be fetched', async () => {
    const sandbox = await startSandbox();
    const asked = caseOf(sandbox, 'judging-evidence').returnSn;
    expect((await upload(sandbox, caseOf(sandbox, 'requested').returnSn, { description: 'x' })).body.error).toBe('no.proof');
    expect((await upload(sandbox, 'x', { description: 'x' })).body.error).toBe('returnsn.illegal');
    expect((await upload(sandbox, asked, {})).body.error).toBe('number.error');
    expect((await upload(sandbox, asked, { photo: Array.from({ length: 13 }, () => ({})) })).body.error).toBe('number.error');
    expect((await upload(sandbox, asked, { photo: [{ url: 'x', thumbnail: 'x' }] })).body.error).toBe('format.unsupported');
    await sandbox.advance(2 * day);
    await renew(sandbox);
    expect((await upload(sandbox, asked, { description: 'x' })).body).toMatchObject({
      error: 'proof.overdue',
      message: 'proof is overdue',
    });
  });
});

describe('upload_shipping_proof', () => {
  const imagePath = '/api/v2/media/upload_image';
  const proofPath = '/api/v2/returns/upload_shipping_proof';

  const imageForm = (fields: Record<string, string>, files: number): FormData => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (let count = 0; count < files; count += 1) form.append('images', new Blob([pngBytes]), 'label.png');
    return form;
  };

  const start = async () => {
    const sandbox = await startSandbox();
    const { TW } = sandbox.marketplaces.shopee.accounts;
    const client = connect(sandbox, TW);
    const found = caseOf(sandbox, 'seller-arranged', TW);
    const uploaded = await client.publicForm(imagePath, imageForm({ business: '2', scene: '1' }, 2));
    const images: readonly { readonly image_id: string }[] = uploaded.body.response.image_list;
    const complete = {
      return_sn: found.returnSn,
      reverse_logistics_carrier_id: 50_021,
      tracking_number: 'TW12345678',
      image_id_list: images.map(({ image_id }) => ({ image_id })),
    };
    return { sandbox, client, found, complete };
  };

  it('names a carrier, a number and pictures, once', async () => {
    const { sandbox, client, found, complete } = await start();
    const carriers = await client.get('/api/v2/returns/get_shipping_carrier', { return_sn: found.returnSn });
    expect(carriers.body.response).toMatchObject({ is_shipping_proof_mandatory: true, has_uploaded_seller_arrange_proof: false });
    expect((await client.post(proofPath, complete)).body.error).toBe('');
    expect(currentOf(sandbox, found).logisticsStatus).toBe('LOGISTICS_REQUEST_CREATED');
    expect((await client.post(proofPath, complete)).body.error).toBe('returns.exceed_shipping_proof');
    const again = await client.get('/api/v2/returns/get_shipping_carrier', { return_sn: found.returnSn });
    expect(again.body.response.has_uploaded_seller_arrange_proof).toBe(true);
    await sandbox.advance(day);
    expect(currentOf(sandbox, found).logisticsStatus).toBe('LOGISTICS_PICKUP_DONE');
  });

  it.each([
    [{ return_sn: '' }, 'returns.missing_return_sn'],
    [{ return_sn: 'x' }, 'returns.return_not_found'],
    [{ reverse_logistics_carrier_id: undefined }, 'returns.missing_carrier_id'],
    [{ reverse_logistics_carrier_id: 7 }, 'returns.invalid_carrier_id'],
    [{ reverse_logistics_carrier_id: 0 }, 'returns.missing_carrier_name'],
    [{ tracking_number: undefined }, 'returns.missing_tracking_no'],
    [{ tracking_number: ' ' }, 'returns.error_blank_tracking_no'],
    [{ tracking_number: 12 }, 'returns.invalid_tracking_no'],
    [{ tracking_number: 'AB$123' }, 'returns.error_tracking_no_alphanumeric'],
    [{ tracking_number: 'AB1' }, 'returns.error_tracking_no_length'],
    [{ image_id_list: [] }, 'returns.missing_image'],
    [{ image_id_list: [{ image_id: 'x' }] }, 'returns.invalid_image_id'],
    [{ image_id_list: [{}, {}, {}, {}] }, 'returns.error_filenumber'],
  ])('with %j is refused', async (change, error) => {
    const { client, complete } = await start();
    expect((await client.post(proofPath, { ...complete, ...change })).body.error).toBe(error);
  });

  it('is for returns the seller fetches, and pictures for nothing else', async () => {
    const { sandbox, complete, client } = await start();
    const singapore = connect(sandbox);
    const other = caseOf(sandbox, 'awaiting-shipment').returnSn;
    expect((await singapore.get('/api/v2/returns/get_shipping_carrier', { return_sn: other })).body.error).toBe(
      'returns.missing_reverse_logistics_carrier_list',
    );
    expect((await singapore.post(proofPath, { ...complete, return_sn: other })).body.error).toBe(
      'returns.new_seller_arrange_flow_disabled',
    );
    expect((await client.publicForm(imagePath, imageForm({ business: '1', scene: '1' }, 1))).body.error).toBe('error_param');
    expect((await client.publicForm(imagePath, imageForm({ business: '2', scene: '1' }, 4))).body.error).toBe('error_param');
  });
});
