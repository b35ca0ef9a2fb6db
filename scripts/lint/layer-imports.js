import path from 'node:path';
import { violationOf } from '../layers.js';

const sourceRoot = path.resolve(import.meta.dirname, '../../src');

/** Reports an import that the table of layers does not allow. */
export const layerImports = {
  meta: { type: 'problem', schema: [], docs: { description: 'keep the arrows between layers' } },
  create(context) {
    const from = relativeToSource(context.filename);

    function check(node, source, isTypeOnly) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const specifier = source.value;
      const target = specifier.startsWith('.')
        ? relativeToSource(path.resolve(path.dirname(context.filename), specifier)).replace(/\.js$/, '.ts')
        : undefined;
      const message = violationOf({ from, specifier, target, isTypeOnly });
      if (message !== undefined) context.report({ node, message });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.argument?.literal ?? node.source, true),
    };
  },
};

const relativeToSource = (file) => path.relative(sourceRoot, file).split(path.sep).join('/');

const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  (node.specifiers.length > 0 && node.specifiers.every((specifier) => specifier.importKind === 'type'));
