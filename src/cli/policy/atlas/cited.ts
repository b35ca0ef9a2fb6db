import type { Citation, Policy } from '../../../policy/index.js';
import { placeIn } from '../../../policy/document/source-map.js';
import type { Rule } from '../../../policy/rules/rule.js';
import { speakerFor } from '../../../policy/explain/speaker.js';
import type { AtlasSource } from './atlas.js';

/** Finds again what is cited: the rule, and the text it was read in. */
export interface Cited {
  readonly ruleOf: (citation: Citation) => Rule | null;
  readonly toSource: (citation: Citation) => AtlasSource;
}

const keyOf = ({ rule, source, validFrom }: Citation): string => JSON.stringify([rule, source, validFrom]);

/** Links lead to pages only: no address in a pack of one's own becomes a script. */
const pageOf = (url: string | undefined): string | null =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;

const placeOf = ({ document, path }: Rule): string | null => {
  if (document === null) return null;
  const { file, line } = placeIn(document, path, 'key');
  if (file === null) return null;
  return line === null ? file : `${file}:${String(line)}`;
};

/** The rules of a policy by their citations. Two rules of one text with one id and day are told apart by nothing, and say the same source. */
export const createCited = ({ sources, packs }: Policy): Cited => {
  const rules = new Map(
    sources.flatMap(({ id, rules: all }) => all.map((rule) => [keyOf(rule.citation), { rule, from: id }] as const)),
  );
  const { vocabulary } = speakerFor('en');
  return {
    ruleOf: (citation) => rules.get(keyOf(citation))?.rule ?? null,
    toSource: (citation) => {
      const found = rules.get(keyOf(citation));
      const [name = ''] = citation.source.split(' ');
      const read = packs.find(({ id, sources: texts }) => id === found?.from && texts?.[name] !== undefined)?.sources?.[name];
      return {
        rule: citation.rule,
        source: citation.source,
        title: read?.title ?? null,
        url: pageOf(read?.url),
        place: found === undefined ? null : placeOf(found.rule),
        confidence: vocabulary.confidence[citation.confidence],
      };
    },
  };
};
