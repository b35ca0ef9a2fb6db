/** The page of an operation: its name in lower case. */
export const documentationOf = (operation: string): string =>
  `https://developer-docs.amazon.com/sp-api/reference/${operation.toLowerCase()}`;
