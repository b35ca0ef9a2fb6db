import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const fixture = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/report-schemas', name), 'utf8');

const sarifSchema = (): object => {
  // The schema is of draft 04, which differs from what ajv reads only in the word for its identity.
  const { $schema: _draft, id, ...schema } = JSON.parse(fixture('sarif-schema-2.1.0.json')) as Record<string, unknown>;
  return { ...schema, $id: id };
};

const createSarifCheck = () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(sarifSchema());
};

let check: ReturnType<typeof createSarifCheck> | undefined;

/** What breaks the schema of SARIF 2.1.0 in a report; empty = nothing. */
export const sarifErrors = (text: string): readonly string[] => {
  check ??= createSarifCheck();
  check(JSON.parse(text));
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
};

/** What breaks the schema of JUnit as Jenkins reads it in a report; empty = nothing. */
export const junitErrors = async (text: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: text }],
    schema: [{ fileName: 'junit-10.xsd', contents: fixture('junit-10.xsd') }],
  });
  return errors.map(({ message }) => message);
};
