import { createHash } from 'node:crypto';
import type { Atlas } from '../atlas.js';
import { dataElement, element, together, verbatim, type Html } from './html.js';
import { renderHeader, renderLegend, renderSigns, renderTools } from './render-header.js';
import { renderMore } from './render-more.js';
import { renderTable } from './render-table.js';
import { script } from './script/script.js';
import { style } from './style.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded from anywhere, only this very style and script hold, and no text can become markup. */
const contentSecurity = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const head = ({ title, at }: Atlas): Html =>
  element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurity }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, [`${title}: return policy atlas, ${at}`]),
    verbatim('style', style),
  ]);

const panel = (): Html =>
  element(
    'div',
    { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'panel-of panel-title', tabindex: -1, hidden: true },
    [
      element('button', { class: 'close', id: 'close', type: 'button', 'aria-label': 'Close' }, ['×']),
      element('p', { class: 'of', id: 'panel-of' }),
      element('h2', { id: 'panel-title' }, ['Details']),
      element('div', { id: 'panel-body' }),
    ],
  );

const body = (atlas: Atlas): Html =>
  element('body', {}, [
    renderSigns(),
    element('div', { class: 'page' }, [
      renderHeader(atlas),
      element('main', {}, [
        renderTools(atlas),
        element('p', { class: 'unseen', id: 'keys' }, [
          'Move with the arrow keys, Home and End. Enter or Space opens a cell, Escape closes it.',
        ]),
        element('div', { class: 'scroll' }, [
          renderTable(atlas),
          element('p', { class: 'nothing', id: 'nothing', hidden: true }, [
            'No country is left. Change the search or the filters.',
          ]),
        ]),
        renderLegend(),
        renderMore(atlas),
      ]),
    ]),
    panel(),
    dataElement('atlas', atlas),
    verbatim('script', script),
  ]);

/** The atlas as one HTML page that needs nothing else: no file, no network, no build. The same atlas always gives the same page. */
export const renderPage = (atlas: Atlas): string =>
  `<!doctype html>\n${together([element('html', { lang: 'en' }, [head(atlas), body(atlas)])]).markup}\n`;
