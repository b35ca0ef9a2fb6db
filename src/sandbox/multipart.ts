/** One field or file of a form. */
export interface FormPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly data: Buffer;
}

const boundaryOf = (contentType: string): string | undefined =>
  /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);

const toPart = (section: Buffer): FormPart | undefined => {
  const headEnd = section.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = section.subarray(0, headEnd).toString('utf8');
  const name = /[\s;]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  return { name, filename: /[\s;]filename="([^"]*)"/i.exec(head)?.[1], data: section.subarray(headEnd + 4) };
};

/** The parts of a `multipart/form-data` body in their order (RFC 7578); `undefined` when the body is not one. */
export const parseMultipart = (contentType: string, body: Buffer): readonly FormPart[] | undefined => {
  const boundary = contentType.startsWith('multipart/form-data') ? boundaryOf(contentType) : undefined;
  if (boundary === undefined) return undefined;
  // Each delimiter begins with the line break that ends the part before it; the first has none.
  const framed = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  let start = framed.indexOf(delimiter);
  for (;;) {
    const end = framed.indexOf(delimiter, start + delimiter.length);
    if (start < 0 || end < 0) return start < 0 ? undefined : parts;
    const part = toPart(framed.subarray(start + delimiter.length + 2, end));
    if (part !== undefined) parts.push(part);
    start = end;
  }
};
