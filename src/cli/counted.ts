/** `1 case`, `2 cases`. */
export const counted = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;
