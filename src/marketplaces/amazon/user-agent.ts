/** How an application names itself to Amazon. */
export interface AmazonApplicationName {
  readonly name: string;
  readonly version: string;
}

/** Amazon refuses a longer one. */
export const longestUserAgent = 500;

/** Held equal to package.json by a test. */
export const ownName: AmazonApplicationName = { name: 'aftersale', version: '0.1.0' };

const escaped = (text: string, signs: RegExp): string => text.replace(/[^\x20-\x7e]/g, '').replace(signs, '\\$&');

/** `MyTool/2.1 (Language=JavaScript; Platform=Node.js)`, with the signs that have a meaning in each part escaped. */
export const userAgentOf = ({ name, version }: AmazonApplicationName): string =>
  `${escaped(name, /[/\\]/g)}/${escaped(version, /[(\\]/g)} (Language=JavaScript; Platform=Node.js)`;
