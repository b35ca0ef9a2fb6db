import type { EvidenceFile } from '../../../core/inputs.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { ShopeeContext } from '../context.js';
import { convertImage } from '../endpoints/return-writes.js';

const maxBytes = 10 * 1024 * 1024;

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/jpg': 'jpg', 'image/png': 'png' };

const extensionOf = (contentType: string): string | undefined =>
  Object.hasOwn(extensions, contentType.toLowerCase()) ? extensions[contentType.toLowerCase()] : undefined;

const urlProblem = (url: string): string | undefined =>
  /^https?:\/\/\S+$/.test(url) ? undefined : 'expected an http or https address';

/** What Shopee would refuse, found before anything is sent: pictures only, at most 10 MB. */
const problemOf = (file: EvidenceFile): string | undefined => {
  if ('url' in file) return urlProblem(file.url);
  if (extensionOf(file.contentType) === undefined) return 'expected a picture: image/jpeg or image/png';
  if (file.content.byteLength === 0) return 'the picture is empty';
  return file.content.byteLength > maxBytes ? 'the picture is larger than 10 MB' : undefined;
};

export const imageIssues = (files: readonly EvidenceFile[], path: string): readonly Issue[] =>
  files.flatMap((file, index) => {
    const message = problemOf(file);
    return message === undefined ? [] : [{ path: `${path}.${index}`, message }];
  });

export interface HostedImage {
  readonly url: string;
  readonly thumbnail: string;
}

interface Upload {
  readonly returnSn: string;
  readonly file: EvidenceFile;
  /** Numbers the files of one call: a name of the user's own could tell about a person. */
  readonly index: number;
}

const host = async (
  { transport }: ShopeeContext,
  { returnSn, file, index }: Upload,
  options?: CallOptions,
): Promise<HostedImage> => {
  if ('url' in file) return { url: file.url, thumbnail: file.thumbnail ?? file.url };
  const fileName = `evidence-${index + 1}.${extensionOf(file.contentType) ?? 'jpg'}`;
  const contentType = file.contentType.toLowerCase() === 'image/png' ? 'image/png' : 'image/jpeg';
  return transport.send(convertImage, { returnSn, content: file.content, contentType, fileName }, options);
};

/** Gives each picture an address at Shopee, one upload after the other. An upload shows it to nobody yet. */
export const hostImages = async (
  context: ShopeeContext,
  { returnSn, files }: { readonly returnSn: string; readonly files: readonly EvidenceFile[] },
  options?: CallOptions,
): Promise<readonly HostedImage[]> => {
  const hosted: HostedImage[] = [];
  for (const [index, file] of files.entries()) hosted.push(await host(context, { returnSn, file, index }, options));
  return hosted;
};

/** Whether an upload is needed at all. */
export const hasContent = (files: readonly EvidenceFile[]): boolean => files.some((file) => 'content' in file);
