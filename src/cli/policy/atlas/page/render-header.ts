import type { Atlas } from '../atlas.js';
import { element, together, type Html } from './html.js';
import { mark } from './render-table.js';
import { showDay } from '../../../../policy/analysis/words/show-case.js';

const figure = (name: string, count: number, kind: string | null = null): Html =>
  element('div', { class: kind }, [element('dt', {}, [name]), element('dd', {}, [String(count)])]);

const title = ({ title: name, policies, at, version, packs }: Atlas): Html =>
  element('div', {}, [
    element('p', { class: 'kicker' }, ['Return policy atlas']),
    element('h1', {}, [name]),
    element('p', { class: 'about' }, [
      `${policies.map(({ file }) => file).join(', ')}, as of ${showDay(at)}. Decided by aftersale ${version} with ${String(packs.length)} packs of law and marketplace rules.`,
    ]),
  ]);

const figures = ({ counts }: Atlas): Html =>
  element('dl', { class: 'figures' }, [
    figure('countries', counts.countries),
    figure('cells below', counts.below, counts.below > 0 ? 'is-below' : null),
    figure('below in some cases', counts.partly),
    figure('waived', counts.waived),
    figure('not known', counts.unknown),
  ]);

/** The name of the policy, and what there is of it in numbers. */
export const renderHeader = (atlas: Atlas): Html => element('header', {}, [title(atlas), figures(atlas)]);

/** Hidden until the script runs, as they do nothing without it. */
export const renderTools = ({ regions, columns }: Atlas): Html =>
  element('div', { class: 'tools', id: 'tools', role: 'search', 'aria-label': 'What the table shows', hidden: true }, [
    element('label', { class: 'unseen', for: 'search' }, ['Search a country']),
    element('input', { id: 'search', type: 'search', placeholder: 'Search a country', autocomplete: 'off', spellcheck: 'false' }),
    element('label', { class: 'unseen', for: 'region' }, ['Region']),
    element('select', { id: 'region' }, [
      element('option', { value: '' }, ['All regions']),
      ...regions.map(({ name }) => element('option', { value: name }, [name])),
    ]),
    element('label', { class: 'only' }, [element('input', { id: 'only', type: 'checkbox' }), 'Only below the floor']),
    columns.every(({ alike }) => alike === null)
      ? null
      : element('label', { class: 'only' }, [element('input', { id: 'apart', type: 'checkbox' }), 'Every reason apart']),
    element('p', { class: 'shown', id: 'shown', role: 'status', 'aria-live': 'polite' }),
    element('button', { class: 'theme', id: 'theme', type: 'button' }, ['Colors: system']),
  ]);

const entry = (sign: Html, name: string, words: string): Html =>
  element('li', {}, [sign, element('span', {}, [element('b', {}, [name]), ` ${words}`])]);

/** What the signs mean. */
export const renderLegend = (): Html =>
  element('ul', { class: 'legend', 'aria-label': 'Signs' }, [
    entry(mark('below'), 'Below', 'the seller’s terms are less than law or a marketplace demands'),
    entry(mark('partly'), 'In some cases', 'for other goods or on other days'),
    entry(mark('waived'), 'Waived', 'accepted in the document'),
    entry(mark('noted'), 'Noted', 'something else was found'),
    entry(element('b', {}, ['30 d+']), '', 'may reach further; wd = working days'),
    entry(element('b', {}, ['?']), '', 'not known'),
    entry(element('b', {}, ['–']), '', 'no return'),
  ]);

/** The shapes of the signs, drawn once. */
export const renderSigns = (): Html =>
  element('svg', { width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false', class: 'unseen' }, [
    together([
      element('symbol', { id: 'mark-below', viewBox: '0 0 16 16' }, [element('path', { d: 'M8 1.8 15 14H1z' })]),
      element('symbol', { id: 'mark-partly', viewBox: '0 0 16 16' }, [element('path', { d: 'M8 2.4 14.4 13.6H1.6z' })]),
      element('symbol', { id: 'mark-waived', viewBox: '0 0 16 16' }, [
        element('circle', { cx: 8, cy: 8, r: 6.2 }),
        element('path', { d: 'm5.2 8.2 2 2 3.6-4.2' }),
      ]),
      element('symbol', { id: 'mark-noted', viewBox: '0 0 16 16' }, [element('circle', { cx: 8, cy: 8, r: 3 })]),
    ]),
  ]);
