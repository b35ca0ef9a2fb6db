import { isJsonObject } from '../../json.js';
import { WireList } from './wire-list.js';

/** `simplified`: lists are arrays and the answer has no root. `wrapped`: `{ "<method>_response": … }`, lists named by their items, an empty one `{}`. */
export type JsonShape = 'simplified' | 'wrapped';

const inShapeMembers = (value: Readonly<Record<string, unknown>>, shape: JsonShape): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inShape(member, shape)]));

/** The same value with its lists as the caller asked for them. */
export const inShape = (value: unknown, shape: JsonShape): unknown => {
  if (value instanceof WireList) {
    const items = value.items.map((item) => inShape(item, shape));
    if (shape === 'simplified') return items;
    return items.length === 0 ? {} : { [value.itemName]: items };
  }
  if (Array.isArray(value)) return value.map((item: unknown) => inShape(item, shape));
  return isJsonObject(value) ? inShapeMembers(value, shape) : value;
};
