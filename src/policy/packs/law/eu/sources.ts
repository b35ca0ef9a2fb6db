import type { PackSource } from '../../types.js';

const readOn = '2026-11-21';

/** What the pack of the Union and its member states cites. */
export const sources: Readonly<Record<string, PackSource>> = {
  CRD: {
    title: 'Directive 2011/83/EU on consumer rights, consolidated 2022-05-28',
    url: 'http://data.europa.eu/eli/dir/2011/83/2022-05-28',
    readOn,
  },
  DFS: {
    title: 'Directive (EU) 2023/2673, which puts the withdrawal function into the directive on consumer rights',
    url: 'http://data.europa.eu/eli/dir/2023/2673/oj',
    readOn,
  },
  SGD: { title: 'Directive (EU) 2019/771 on the sale of goods', url: 'http://data.europa.eu/eli/dir/2019/771/oj', readOn },
  RRD: {
    title: 'Directive (EU) 2024/1799 on the repair of goods, which changes the directive on the sale of goods',
    url: 'http://data.europa.eu/eli/dir/2024/1799/oj',
    readOn,
  },
  GTD: {
    title: 'Directive (EU) 2024/825 on empowering consumers for the green transition',
    url: 'http://data.europa.eu/eli/dir/2024/825/oj',
    readOn,
  },
  'DE-BGB': {
    title: 'Germany: Bürgerliches Gesetzbuch, as of 2022-03-26 and after',
    url: 'https://www.gesetze-im-internet.de/bgb/',
    readOn,
  },
  'FR-CdC': {
    title: 'France: Code de la consommation, as printed in the notice of annex D211-2',
    url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565/',
    readOn,
  },
  'FR-circular': {
    title: 'France: circular on goods that cannot be sent by post (2022-10-01)',
    url: 'https://www.circulaires.gouv.fr',
    readOn,
  },
  'IT-CdC': {
    title: 'Italy: Codice del consumo, D.Lgs 206/2005',
    url: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-09-06;206',
    readOn,
  },
  'ES-LGDCU': {
    title: 'Spain: Real Decreto Legislativo 1/2007 (TRLGDCU)',
    url: 'https://www.boe.es/buscar/act.php?id=BOE-A-2007-20555',
    readOn,
  },
  'PT-DL84': {
    title: 'Portugal: Decreto-Lei 84/2021',
    url: 'https://diariodarepublica.pt/dr/detalhe/decreto-lei/84-2021-172938301',
    readOn,
  },
  'SE-KKL': {
    title: 'Sweden: Konsumentköplag (1990:932), repealed 2022-05-01, and (2022:260)',
    url: 'https://lagen.nu/1990:932',
    readOn,
  },
};
