import type { Atlas, AtlasFinding, AtlasPack } from '../atlas.js';
import { element, type Html } from './html.js';

const details = (title: string, count: number | null, children: readonly Html[]): Html =>
  element('details', {}, [
    element('summary', {}, [title, count === null ? null : element('span', {}, [` ${String(count)}`])]),
    ...children,
  ]);

const paragraph = (text: string, kind: string | null = null): Html => element('p', { class: kind }, [text]);

const finding = ({ code, severity, rule, region, message, witness, others, waiver }: AtlasFinding): Html =>
  element('li', { class: waiver === null ? severity : 'waived' }, [
    element('p', { class: 'what' }, [
      element('b', {}, [waiver === null ? severity : 'waived']),
      ` ${code}`,
      rule === null ? null : ' · ',
      rule === null ? null : element('code', {}, [rule]),
    ]),
    paragraph(message),
    region === '' ? null : paragraph(`Where: ${region}`, 'case'),
    witness === null ? null : paragraph(`For example: ${witness}`, 'case'),
    ...others.map((other) => paragraph(`By ${other}`, 'case')),
    waiver === null ? null : paragraph(`Waived: ${waiver}`, 'case'),
  ]);

const pack = ({ id, rules, readOn }: AtlasPack): Html =>
  element('li', {}, [id, element('span', {}, [` ${String(rules)} rules${readOn === null ? '' : `, read ${readOn}`}`])]);

const howToRead: readonly string[] = [
  'Each cell decides one ordinary case: a consumer who was told everything bought one new thing at a distance, got it on the day named above, asks on that day, and has not opened it. What never came was promised for that day.',
  'It shows what the buyer gets by the policy and law together, so where the policy gives less than law, it shows what law gives. The sign says that the policy itself gives less.',
  'A figure that no text of law or of a marketplace could confirm is not known, and is shown so.',
];

/** What stands under the table: how it is to be read, what belongs to no cell, and what it was made from. */
export const renderMore = ({ findings, elsewhere, packs, notes }: Atlas): Html => {
  const others = elsewhere.flatMap((place) => findings[place] ?? []);
  return element('section', { class: 'more', 'aria-label': 'More' }, [
    details('How to read it', null, [
      ...howToRead.map((text) => paragraph(text)),
      element(
        'ul',
        {},
        notes.map((note) => element('li', {}, [note])),
      ),
    ]),
    others.length === 0
      ? null
      : details('Found outside of the table', others.length, [element('ul', { class: 'findings' }, others.map(finding))]),
    details('Law and marketplace rules', packs.length, [element('ul', { class: 'packs' }, packs.map(pack))]),
  ]);
};
