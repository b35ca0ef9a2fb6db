import { describe, expect, it } from 'vitest';
import { reviewThreatIn } from '../../../src/triage/signals/review-threat.js';

describe('a threat of a bad review for money', () => {
  it.each([
    ['If you do not refund me I will leave a bad review', 'en'],
    ['Pay me $10 or I give you one star', 'en'],
    ['Refund me now. Otherwise you get a negative review from me.', 'en'],
    ['I can remove my 1-star review in exchange for a full refund', 'en'],
    ['Send me a coupon, then I change my feedback', 'en'],
    ['Compensate me or I will post negative reviews', 'en'],
    ['Full refund or one-star review', 'en'],
    ['不退款就给差评', 'zh'],
    ['你不退钱我就差评', 'zh'],
    ['给我退20块，不然差评', 'zh'],
    ['给我返现20元，否则一星', 'zh'],
    ['你补偿我50块钱我就删差评', 'zh'],
    ['如果不赔偿我就写负评。', 'zh'],
  ])('is seen in "%s"', (text, language) => {
    expect(reviewThreatIn(text)).toBe(language);
  });

  it.each([
    'I would like a refund, the lamp is broken.',
    'I already left a bad review because it never came.',
    'I left five stars last time. If it is broken again I want a refund.',
    'Your reviews are great! Is there a discount if I buy two?',
    'If I return it, will I get my money back?',
    'The lamp has bad reviews; if I return it, do I get a refund?',
    '商品坏了，请退款',
    '我一直给好评，这次能便宜点吗',
    '看到差评说会坏，果然坏了。',
    '',
  ])('is not seen in "%s"', (text) => {
    expect(reviewThreatIn(text)).toBeNull();
  });

  it('is found fast in a text made to be slow', () => {
    expect(reviewThreatIn('if bad review '.repeat(5000))).toBeNull();
  });
});
