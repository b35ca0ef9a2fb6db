import { compilePolicy, decide, loadPacks, type ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { factsWith } from '../sample-facts.js';

const house = {
  aftersale: 'policy/v1',
  id: 'house',
  seller: { country: 'CN', timeZone: 'Asia/Shanghai', calendar: 'CN' },
  rules: [{ id: 'any', window: { days: 14 } }],
  promises: { answer: { businessDays: 3, from: 'requested' } },
};

const inYear = async (year: number, place: { readonly seller: string; readonly buyer: string }): Promise<ReturnDecision> => {
  const packs = await loadPacks({ countries: [place.seller, place.buyer] });
  const seller = { ...house.seller, country: place.seller, calendar: place.seller };
  const facts = factsWith({
    buyer: { country: place.buyer },
    seller: { country: place.seller },
    order: { placedAt: `${String(year)}-06-01`, shippedAt: `${String(year)}-06-02`, deliveredAt: `${String(year)}-06-08` },
    requestedAt: `${String(year)}-06-10`,
    disclosures: { withdrawalRight: true, returnCost: true },
  });
  return decide(compilePolicy([{ ...house, seller }], { packs }), facts, { at: `${String(year)}-06-11T12:00:00Z` });
};

const calendarWarnings = ({ warnings }: ReturnDecision) =>
  warnings.map(({ code }) => code).filter((code) => code.startsWith('calendar-'));
const answer = ({ deadlines }: ReturnDecision) => deadlines.find(({ duty }) => duty === 'answer');

describe('holidays that days are counted with', () => {
  it('are certain in a year that was announced', async () => {
    const decision = await inYear(2026, { seller: 'CN', buyer: 'DE' });
    expect([answer(decision)?.lastDay, answer(decision)?.certainty, calendarWarnings(decision)]).toEqual([
      '2026-06-15',
      'derived',
      [],
    ]);
  });

  it('of a year no calendar reaches are said to be missing', async () => {
    const decision = await inYear(2027, { seller: 'CN', buyer: 'DE' });
    expect([answer(decision)?.certainty, calendarWarnings(decision)]).toEqual(['estimated', ['calendar-missing:CN:2027']]);
    expect(calendarWarnings(await inYear(2033, { seller: 'CN', buyer: 'DE' }))).toEqual([
      'calendar-missing:CN:2033',
      'calendar-missing:DE:2033',
    ]);
  });

  it('of a year nobody has announced make an estimate of one day', async () => {
    const decision = await inYear(2029, { seller: 'KR', buyer: 'DE' });
    expect([answer(decision)?.lastDay, answer(decision)?.certainty, calendarWarnings(decision)]).toEqual([
      '2029-06-13',
      'estimated',
      ['calendar-estimated:KR:2029'],
    ]);
  });

  it('are not asked about where days are counted whatever they are', async () => {
    const packs = await loadPacks({ countries: ['CN'] });
    const { promises: _promises, ...plain } = house;
    const facts = factsWith({ order: { placedAt: '2040-06-01', shippedAt: '2040-06-02', deliveredAt: '2040-06-08' } });
    const decision = decide(
      compilePolicy([plain], { packs }),
      { ...facts, requestedAt: '2040-06-10' },
      { at: '2040-06-11T12:00:00Z' },
    );
    expect(calendarWarnings(decision)).toEqual([]);
  });
});
