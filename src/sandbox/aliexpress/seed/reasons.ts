/** A buyer's reason. Only 115 is known from real answers; the other numbers are made up. */
export interface Reason {
  readonly id: number;
  readonly chinese: string;
  readonly english: string;
}

export const notReceivedReasons: readonly [Reason, ...Reason[]] = [
  { id: 115, chinese: '未收到货', english: 'not receive good' },
  { id: 9106, chinese: '包裹仍在运输途中', english: 'Package is still in transit' },
  { id: 9107, chinese: '海关扣关', english: 'Customs detention' },
];

export const notAsDescribedReasons: readonly [Reason, ...Reason[]] = [
  { id: 9201, chinese: '颜色与描述不符', english: 'Color not as described' },
  { id: 9202, chinese: '质量问题', english: 'Quality problems' },
  { id: 9203, chinese: '货物破损', english: 'Product arrived damaged' },
  { id: 9204, chinese: '货物短装', english: 'Quantity shortage' },
  { id: 9205, chinese: '假货', english: 'Counterfeit product' },
  { id: 9206, chinese: '买家自身原因', english: 'Personal reasons: I do not want it any more' },
];
