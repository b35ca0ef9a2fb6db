import { elementsScript } from './elements.js';
import { filtersScript } from './filters.js';
import { gridScript } from './grid.js';
import { panelScript } from './panel.js';

/** All that the page does by itself. Without it the table can be read, and nothing else. */
export const script = ["'use strict';", '{', elementsScript, panelScript, gridScript, filtersScript, '}', ''].join('\n');
