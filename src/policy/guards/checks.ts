import type { Scene } from '../facts/scene.js';
import { satisfies, type Answer, type Constraint } from './constraint.js';
import { dimensionOf, readingOf, type Dimension, type DimensionName } from './dimensions.js';
import type { Guard } from './guard.js';

/** One question of a guard, with the dimension looked up once and for all. */
export interface Check {
  readonly name: DimensionName;
  readonly dimension: Dimension;
  readonly constraint: Constraint;
}

export const toChecks = (guard: Guard): readonly Check[] =>
  [...guard].map(([name, constraint]) => ({ name, dimension: dimensionOf(name), constraint }));

export const answerTo = ({ dimension, constraint }: Check, scene: Scene): Answer =>
  satisfies(constraint, readingOf(dimension, scene), dimension.shape);
