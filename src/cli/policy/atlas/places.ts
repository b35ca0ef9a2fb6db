import { europeanUnion } from '../../../policy/analysis/words/country-groups.js';

const regions: Readonly<Record<string, readonly string[]>> = {
  'European Union': europeanUnion,
  'Rest of Europe': 'AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM UA VA XK'.split(' '),
  Americas:
    'AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI'.split(
      ' ',
    ),
  'Asia and Oceania':
    'AF AM AS AU AZ BD BN BT CC CK CN CX FJ FM GE GU HK HM ID IN IO JP KG KH KI KP KR KZ LA LK MH MM MN MO MP MV MY NC NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TJ TK TL TM TO TV TW UM UZ VN VU WF WS'.split(
      ' ',
    ),
  'Middle East and Africa':
    'AE AO BF BH BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IL IQ IR JO KE KM KW LB LR LS LY MA MG ML MR MU MW MZ NA NE NG OM PS QA RE RW SA SC SD SH SL SN SO SS ST SY SZ TD TG TN TR TZ UG YE YT ZA ZM ZW'.split(
      ' ',
    ),
};

const elsewhere = 'Elsewhere';

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** `Germany`. */
export const nameOfCountry = (country: string): string => names.of(country) ?? country;

const regionOf = (country: string): string =>
  Object.entries(regions).find(([, countries]) => countries.includes(country))?.[0] ?? elsewhere;

/** Countries by region, both in the order in which they are read: regions as above, countries by name. */
export const byRegion = (
  countries: readonly string[],
): readonly { readonly name: string; readonly countries: readonly string[] }[] => {
  const collator = new Intl.Collator('en');
  const sorted = [...new Set(countries)].sort((left, right) => collator.compare(nameOfCountry(left), nameOfCountry(right)));
  return [...Object.keys(regions), elsewhere].flatMap((name) => {
    const inside = sorted.filter((country) => regionOf(country) === name);
    return inside.length === 0 ? [] : [{ name, countries: inside }];
  });
};
