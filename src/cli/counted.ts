/** `1 case`, `2 cases`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;

/** `12,345`. */
export const inThousands = (count: number): string => new Intl.NumberFormat('en').format(count);
