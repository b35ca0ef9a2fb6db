/** The same object where a field that may be undefined has become a field that may be absent. */
export type Present<Shape> = {
  readonly [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & { readonly [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined> };

/** Leaves out what is undefined: a field that a marketplace does not know is absent, never empty. */
export function present<Shape extends object>(shape: Shape): Present<Shape>;
export function present(shape: Readonly<Record<string, unknown>>): object {
  const kept: Record<string, unknown> = {};
  for (const key in shape) if (shape[key] !== undefined) kept[key] = shape[key];
  return kept;
}
