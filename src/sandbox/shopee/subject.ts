/** Whom a token speaks for. */
export interface Subject {
  readonly kind: 'shop' | 'merchant';
  readonly id: number;
}

export const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`;
