import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { layers, layerOf } from '../../scripts/layers.js';
import { sourceFiles, type SourceFile } from './source-files.js';

const isPure = ({ path }: SourceFile): boolean => layers[layerOf(path) ?? '']?.pure === true;

const hostNames = new Set([
  'process',
  'console',
  'fetch',
  'performance',
  'crypto',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** A name used as a value on its own, not as a property, key or type. */
function isFreeValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  return (
    ts.isExpression(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isExpressionStatement(parent)
  );
}

function impurityIn(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && node.arguments?.length !== 1) return node.getText();
  if (ts.isCallExpression(node) && ['Date', 'Date.now', 'Math.random'].includes(node.expression.getText())) return node.getText();
  if (ts.isIdentifier(node) && hostNames.has(node.text) && isFreeValue(node)) return node.text;
  return undefined;
}

function impuritiesOf(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const impurity = impurityIn(node);
    if (impurity !== undefined) found.push(`${file.path}: ${impurity}`);
    ts.forEachChild(node, visit);
  };
  visit(file.syntax);
  return found;
}

const parsed = (text: string): SourceFile => ({
  path: 'policy/sample.ts',
  text,
  syntax: ts.createSourceFile('sample.ts', text, ts.ScriptTarget.ES2022, true),
});

describe('the pure layers', () => {
  it('take clock, randomness, environment and network as arguments', () => {
    expect(sourceFiles.some(isPure)).toBe(true);
    expect(sourceFiles.filter(isPure).flatMap(impuritiesOf)).toEqual([]);
  });

  it.each([
    'const at = new Date();',
    'const at = Date.now();',
    'const roll = Math.random();',
    'console.log(1);',
    'export const zone = process.env;',
  ])('would be caught at %s', (text) => {
    expect(impuritiesOf(parsed(text))).toHaveLength(1);
  });

  it.each(['const at = new Date(0);', 'const record = { process: 1 };', 'record.fetch();'])('are free to write %s', (text) => {
    expect(impuritiesOf(parsed(text))).toEqual([]);
  });
});
