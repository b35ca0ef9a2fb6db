import type { DiagnosisConfidence, Happening, Settler } from './types.js';

const carrierInquiry: Settler = { code: 'carrier-inquiry', askOf: 'carrier' };
const readAgain: Settler = { code: 'read-again-later', askOf: 'seller' };
const proofOfDelivery: Settler = { code: 'proof-of-delivery', askOf: 'carrier' };
const route: Settler = { code: 'origin-and-destination', askOf: 'seller' };
const handover: Settler = { code: 'handover-receipt', askOf: 'seller' };
const orderStatus: Settler = { code: 'order-status', askOf: 'marketplace' };

/** What would settle each diagnosis that is not certain. */
const settlers: Readonly<Record<Happening, readonly Settler[]>> = {
  'awaiting-shipment': [orderStatus],
  'not-shipped-in-time': [orderStatus, handover],
  'shipped-without-scan': [handover, carrierInquiry],
  'not-exported': [carrierInquiry],
  'returned-before-export': [route, carrierInquiry],
  'held-by-customs': [{ code: 'customs-notice', askOf: 'carrier' }],
  'undelivered-at-destination': [carrierInquiry, { code: 'address-on-label', askOf: 'seller' }],
  'delivered-elsewhere': [proofOfDelivery, { code: 'destination', askOf: 'marketplace' }],
  lost: [carrierInquiry],
  delivered: [proofOfDelivery],
  'delivered-late': [proofOfDelivery],
  'in-transit': [{ code: 'estimated-delivery', askOf: 'marketplace' }, readAgain],
  late: [carrierInquiry, readAgain],
  unknown: [{ code: 'tracking-events', askOf: 'marketplace' }, orderStatus, carrierInquiry],
};

export const settlersOf = (what: Happening, confidence: DiagnosisConfidence): readonly Settler[] =>
  confidence === 'certain' ? [] : settlers[what];
