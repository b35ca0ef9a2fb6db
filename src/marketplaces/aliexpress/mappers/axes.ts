import type { WireDetail } from '../wire/issues.js';
import { isTrue, toText } from './values.js';

/** Where an issue stands on each of its axes. */
export interface Axes {
  /** `processing`, `finish`, `canceled_issue`. The only word that says whether the issue is open. */
  readonly status: string;
  /** Whose move it is, or how it ended: 17 documented words. */
  readonly detail: string;
  readonly timeout: string;
}

export const toAxes = (wire: WireDetail): Axes => ({
  status: toText(wire.issue_status) ?? '',
  detail: toText(wire.reverse_detail_status) ?? '',
  timeout: toText(wire.timeout_type) ?? '',
});

/** The raw words by axis. An axis that the answer does not have is left out. */
export const toNative = (wire: WireDetail): Readonly<Record<string, string>> => {
  const { status, detail, timeout } = toAxes(wire);
  return {
    status,
    ...(detail === '' ? {} : { detail }),
    ...(timeout === '' ? {} : { timeout }),
    ...(isTrue(wire.after_sale_warranty) ? { warranty: 'true' } : {}),
  };
};
