/** The two shapes in which the gateway writes one answer, read as one. */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const field = (body: unknown, name: string): unknown =>
  isRecord(body) && Object.hasOwn(body, name) ? body[name] : undefined;

export const textField = (body: unknown, name: string): string => {
  const value = field(body, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** Names of lists that do not end in `list`. */
const otherLists = new Set(['attachments', 'data_source', 'issues', 'tags', 'reason_infos', 'reverse_order_line_dos']);

const isListName = (name: string): boolean => name.endsWith('list') || otherLists.has(name);

/** Every item of a list has a number of its own; a field that a later version puts beside the items has not. */
const isItem = (member: unknown): boolean => isRecord(member) && Object.keys(member).some((name) => /(?:^|_)id$/.test(name));

/** What is neither empty nor holds items stays as it is, for the schema to refuse: taken for an empty list, it would be lost silently. */
const toList = (value: unknown): unknown => {
  if (!isRecord(value)) return value;
  const members = Object.values(value);
  const items = members.filter(isItem);
  if (items.length === 0 && members.every(isRecord)) return [];
  return members.find((member) => Array.isArray(member)) ?? (items.length === 1 ? items : value);
};

const deepest = 60;

/** Without `simplify` a list stands inside an object under the name of its items, and an empty one is `{}`. */
const withPlainLists = (value: unknown, depth = 0): unknown => {
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => withPlainLists(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withPlainLists(isListName(name) ? toList(member) : member, depth + 1)]),
  );
};

/** Takes the root `<method>_response` away where there is one. */
const withoutRoot = (body: Readonly<Record<string, unknown>>): unknown => {
  const root = Object.keys(body).find((name) => name.endsWith('_response') && isRecord(body[name]));
  return root === undefined || root === 'error_response' ? body : body[root];
};

/** What the answer holds, whichever shape it has; `undefined` for what is no object at all. */
export const toPayload = (body: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (!isRecord(body)) return undefined;
  const payload = withPlainLists(withoutRoot(body));
  return isRecord(payload) ? payload : undefined;
};
