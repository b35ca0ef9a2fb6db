import type { LawPack, PackRule } from '../../types.js';
import { conformity } from './conformity.js';
import { delivery } from './delivery.js';
import { sources } from './sources.js';
import { withdrawal } from './withdrawal.js';

const members = ['AT BE BG CY CZ DE DK EE ES FI FR GR HR HU', 'IE IT LT LU LV MT NL PL PT RO SE SI SK'].flatMap((line) =>
  line.split(' '),
);

/** In the European Economic Area, where it is assumed and not read that the directives were taken over unchanged. */
const associated = ['IS', 'LI', 'NO'];

const assumed: PackRule = {
  id: 'economic-area',
  rights: ['withdrawal', 'conformity', 'non-delivery'],
  when: { country: associated, isConsumer: true },
  source: 'CRD 28',
  confidence: 'unconfirmed',
  note: 'It was not read whether these states took the directives over unchanged.',
  terms: { review: 'law-unconfirmed' },
};

/** The Union: the directives, and where a member state differs. Days roll by Regulation 1182/71, articles 2 and 3(4). */
export const europeanUnion: LawPack = {
  layer: 'law',
  id: 'law:EU',
  countries: [...members, ...associated],
  sources,
  rules: [...withdrawal, ...conformity, ...delivery, assumed],
};
