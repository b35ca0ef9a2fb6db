/** The member states of the European Union, by name of their ISO codes. */
export const europeanUnion: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const economicOnly: readonly string[] = ['IS', 'LI', 'NO'];
const economicArea: readonly string[] = [...europeanUnion, ...economicOnly];

interface CountryGroup {
  readonly name: string;
  readonly members: readonly string[];
}

/** Wider groups first. */
const groups: readonly CountryGroup[] = [
  { name: 'EEA', members: economicArea },
  { name: 'EU', members: europeanUnion },
];

/** A group without some of its members: `all EU countries but DE or FR`. */
export const withExceptions = (name: string, missing: readonly string[]): string =>
  missing.length === 0 ? name : `${name} but ${missing.join(' or ')}`;

/** How many may be missing for `all EU countries but DE`. */
const mostExceptions = 4;

const nameGroup = (countries: readonly string[]): string => {
  const inside = new Set(countries);
  for (const { name, members } of groups) {
    const missing = members.filter((country) => !inside.has(country));
    if (missing.length > mostExceptions || (name === 'EEA' && economicOnly.every((country) => missing.includes(country))))
      continue;
    const rest = countries.filter((country) => !members.includes(country));
    return [withExceptions(`all ${name} countries`, missing), ...rest].join(', ');
  }
  return countries.join(', ');
};

/** Without the states of a country that is there with all of them: `US`, not `US, US-CA, US-NY`. */
const withoutStates = (countries: readonly string[], everywhere: readonly string[]): readonly string[] => {
  const inside = new Set(countries);
  const broken = new Set(everywhere.filter((place) => !inside.has(place)).map((place) => place.slice(0, 2)));
  return countries.filter((place) => !place.includes('-') || !inside.has(place.slice(0, 2)) || broken.has(place.slice(0, 2)));
};

/** Countries as a merchant would write them: `all EU countries, GB`. `everywhere` is every country there is, with states told apart. */
export const showCountries = (given: readonly string[], everywhere: readonly string[]): string => {
  const countries = withoutStates(given, everywhere);
  const inside = new Set(given);
  const left = withoutStates(
    everywhere.filter((country) => !inside.has(country)),
    everywhere,
  );
  if (left.length === 0) return 'every country';
  return left.length < countries.length ? `every country but ${nameGroup(left)}` : nameGroup(countries);
};
