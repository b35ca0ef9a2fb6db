declare module 'json-logic-js' {
  const jsonLogic: { readonly apply: (logic: unknown, data: unknown) => unknown };
  // The package has no other form.
  // eslint-disable-next-line no-restricted-syntax
  export default jsonLogic;
}
