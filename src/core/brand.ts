declare const brandName: unique symbol;

/** A value of `Base` that only its own constructor may produce, so that a plain string cannot pass for it. */
export type Brand<Base, Name extends string> = Base & { readonly [brandName]: Name };

/** The one place where a checked text receives its brand; callers check first. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the brand it has checked for
export const brand = <Branded extends Brand<string, string>>(text: string): Branded => text as Branded;
