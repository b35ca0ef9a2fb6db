/** How long each stage of a journey may take before something is wrong, in days of 24 hours. */
export interface Thresholds {
  /** From order to hand-over, where the marketplace names no `shipBy`. */
  readonly shipWithinInDays: number;
  /** From the seller's word that it was shipped to the carrier's first scan. */
  readonly firstScanWithinInDays: number;
  /** From the first scan to leaving the country. */
  readonly exportWithinInDays: number;
  /** In customs without the word that it is held. */
  readonly customsWithinInDays: number;
  /** After a failed delivery until it counts as undelivered. */
  readonly redeliveryWithinInDays: number;
  /** Without a scan until a parcel in its own country counts as lost. */
  readonly lostWithinInDays: number;
  /** Without a scan until a parcel that crosses a border, or may, counts as lost. */
  readonly lostAbroadWithinInDays: number;
}
/** One of the thresholds; a diagnosis that rests on one names it in its evidence, with the days and where they come from. */
export type ThresholdName = keyof Thresholds;

interface Threshold {
  readonly days: number;
  /** Where the figure comes from. All but the law are read second hand (2026-11-22) and bind no carrier that is not named there. */
  readonly source: string;
}

const table = {
  shipWithinInDays: { days: 30, source: 'CRD 18 and 16 CFR 435: thirty days where nothing was agreed' },
  firstScanWithinInDays: {
    days: 5,
    source: 'legalclarity.org, shipping label created: one to three business days until the first scan; a weekend added',
  },
  exportWithinInDays: {
    days: 21,
    source: 'help-en.megabonus.com 448: two to three weeks without a trace is when to act; the way to the border may take longer',
  },
  customsWithinInDays: { days: 10, source: 'legalclarity.org, packages in customs: one to three days, up to ten at peak' },
  redeliveryWithinInDays: { days: 18, source: 'Royal Mail, second hand: kept 18 days after a failed delivery, then sent back' },
  lostWithinInDays: {
    days: 15,
    source:
      'USPS DMM 609: claims for loss from day 15; Royal Mail, by citizensadvice.org.uk: lost 10 working days after it was due',
  },
  lostAbroadWithinInDays: {
    days: 35,
    source: 'Royal Mail, as sellers quote it: claims for loss outside Europe from 25 working days',
  },
} as const satisfies Readonly<Record<ThresholdName, Threshold>>;

/**
 * The defaults. They are figures of single carriers and guides, not law but for the first: set your carrier's own where you know them.
 */
export const defaultThresholds: Thresholds = {
  shipWithinInDays: table.shipWithinInDays.days,
  firstScanWithinInDays: table.firstScanWithinInDays.days,
  exportWithinInDays: table.exportWithinInDays.days,
  customsWithinInDays: table.customsWithinInDays.days,
  redeliveryWithinInDays: table.redeliveryWithinInDays.days,
  lostWithinInDays: table.lostWithinInDays.days,
  lostAbroadWithinInDays: table.lostAbroadWithinInDays.days,
};

/** Where the figure comes from: the table's page for a default, the caller for any other. */
export const sourceOf = (name: ThresholdName, days: number): string =>
  days === defaultThresholds[name] ? table[name].source : 'set by the caller';
