/** One statement, with what stands behind it: the text and the trees of a terminal or a page are printed from it. Plain JSON. */
export interface Explanation {
  readonly title: string;
  readonly children: readonly Explanation[];
}

export const statement = (title: string, children: readonly Explanation[] = []): Explanation => ({ title, children });

/** A heading; nothing when there is nothing to say under it. */
export const section = (title: string, children: readonly Explanation[]): readonly Explanation[] =>
  children.length === 0 ? [] : [statement(title, children)];
