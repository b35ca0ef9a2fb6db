import type { PackSource } from '../../types.js';

const readOn = '2026-11-21';
const central = 'https://sellercentral.amazon.com/gp/help';

/** The pages of Amazon, and where those could not be read who tells of them. */
export const sources: Readonly<Record<string, PackSource>> = {
  'AZ-returns': { title: 'Seller Central help 200708210: customer returns', url: `${central}/200708210`, readOn },
  'AZ-refunds': { title: 'Seller Central help 202072200: refund within two business days', url: `${central}/202072200`, readOn },
  'AZ-costs': { title: 'Seller Central help G202175040: what may be deducted', url: `${central}/G202175040`, readOn },
  'AZ-first-scan': {
    title: 'Seller Central help GYLYQWNG8LZ9JNJP: refund at first scan',
    url: `${central}/GYLYQWNG8LZ9JNJP`,
    readOn,
  },
  'AZ-claims': { title: 'Seller Central help G202041210 and 27951: A-to-z claims', url: `${central}/G202041210`, readOn },
  'AZ-chargebacks': { title: 'Seller Central help G202145040: chargebacks', url: `${central}/G202145040`, readOn },
  'AZ-holidays': {
    title: 'About Amazon: holiday return policy 2025',
    url: 'https://www.aboutamazon.com/news/retail/amazon-holiday-return-policy-2025',
    readOn,
  },
  'AZ-categories': { title: 'ChannelX: fourteen days in some categories of the EU sites', url: 'https://channelx.world', readOn },
  'AZ-more-categories': { title: '3win: further categories with fourteen days', url: 'https://3win.ai', readOn },
  'AZ-labels': {
    title: 'Bellavix, Sipransh, Zenventory (2026-03-04): prepaid return labels since 2026-02-08',
    url: 'https://www.bellavix.com',
    readOn,
  },
  'AZ-matrix': {
    title: 'sellermagnet: return reason codes and who pays',
    url: 'https://blog.sellermagnet.com/amazon-fbm-return-reason-codes',
    readOn,
  },
  'AZ-forum-EU': {
    title: 'Seller forum of the EU, answer of a moderator: who pays the way back',
    url: 'https://sellercentral-europe.amazon.com/seller-forums',
    readOn,
  },
  'AZ-forum-GB': {
    title: 'Seller forum of the UK, 6bda2725: international returns',
    url: 'https://sellercentral.amazon.co.uk/seller-forums/discussions/t/6bda2725-97a0-4d7c-bedc-125235991fd6',
    readOn,
  },
  'AZ-metric': { title: 'Tinuiti: return dissatisfaction rate', url: 'https://tinuiti.com', readOn },
  'AZ-messages': { title: 'Sellerbee, 2020-07-27: 48 hours before a claim', url: 'https://sellerbee.com', readOn },
};
