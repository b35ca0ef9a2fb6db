/**
 * The time zones of each ISO 3166-1 country, from the IANA time zone database's zone.tab (https://www.iana.org/time-zones, public domain).
 * A country with several zones is listed with its eastern and western extremes only: a day that is the same in both is the same in all.
 * China is listed with its one legal time.
 *
 * By the area that begins a zone's name: two letters of the country, then its places. A zone of another area begins with `/`.
 */
const table: Readonly<Record<string, string>> = {
  Europe:
    'ADAndorra ALTirane ATVienna AXMariehamn BASarajevo BEBrussels BGSofia BYMinsk CHZurich CZPrague DEBerlin ' +
    'DKCopenhagen EETallinn ESMadrid+/Atlantic/Canary FIHelsinki FRParis GBLondon GGGuernsey GIGibraltar GRAthens ' +
    'HRZagreb HUBudapest IEDublin IMIsle_of_Man ITRome JEJersey LIVaduz LTVilnius LULuxembourg LVRiga MCMonaco MDChisinau ' +
    'MEPodgorica MKSkopje MTMalta NLAmsterdam NOOslo PLWarsaw PTLisbon+/Atlantic/Azores ROBucharest RSBelgrade ' +
    'SEStockholm SILjubljana SKBratislava SMSan_Marino TRIstanbul UAKyiv VAVatican',
  Asia:
    'AEDubai AFKabul AMYerevan AZBaku BDDhaka BHBahrain BNBrunei BTThimphu CNShanghai CYNicosia GETbilisi HKHong_Kong ' +
    'IDJayapura+Jakarta ILJerusalem INKolkata IQBaghdad IRTehran JOAmman JPTokyo KGBishkek KHPhnom_Penh KPPyongyang ' +
    'KRSeoul KWKuwait KZAlmaty LAVientiane LBBeirut LKColombo MMYangon MNUlaanbaatar+Hovd MOMacau MYKuala_Lumpur ' +
    'NPKathmandu OMMuscat PHManila PKKarachi PSGaza QAQatar RUKamchatka+/Europe/Kaliningrad SARiyadh SGSingapore ' +
    'SYDamascus THBangkok TJDushanbe TLDili TMAshgabat TWTaipei UZSamarkand VNHo_Chi_Minh YEAden',
  America:
    'AGAntigua AIAnguilla ARArgentina/Buenos_Aires AWAruba BBBarbados BLSt_Barthelemy BOLa_Paz BQKralendijk ' +
    'BRNoronha+Eirunepe BSNassau BZBelize CASt_Johns+Vancouver CLSantiago+/Pacific/Easter+Coyhaique COBogota CRCosta_Rica ' +
    'CUHavana CWCuracao DMDominica DOSanto_Domingo ECGuayaquil+/Pacific/Galapagos GDGrenada GFCayenne ' +
    'GLDanmarkshavn+Thule GPGuadeloupe GTGuatemala GYGuyana HNTegucigalpa HTPort-au-Prince JMJamaica KNSt_Kitts KYCayman ' +
    'LCSt_Lucia MFMarigot MQMartinique MSMontserrat MXCancun+Tijuana NIManagua PAPanama PELima PMMiquelon PRPuerto_Rico ' +
    'PYAsuncion SRParamaribo SVEl_Salvador SXLower_Princes TCGrand_Turk TTPort_of_Spain USNew_York+Adak+/Pacific/Honolulu ' +
    'UYMontevideo VCSt_Vincent VECaracas VGTortola VISt_Thomas',
  Africa:
    'AOLuanda BFOuagadougou BIBujumbura BJPorto-Novo BWGaborone CDLubumbashi+Kinshasa CFBangui CGBrazzaville CIAbidjan ' +
    'CMDouala DJDjibouti DZAlgiers EGCairo EHEl_Aaiun ERAsmara ETAddis_Ababa GALibreville GHAccra GMBanjul GNConakry ' +
    'GQMalabo GWBissau KENairobi LRMonrovia LSMaseru LYTripoli MACasablanca MLBamako MRNouakchott MWBlantyre MZMaputo ' +
    'NAWindhoek NENiamey NGLagos RWKigali SDKhartoum SLFreetown SNDakar SOMogadishu SSJuba STSao_Tome SZMbabane ' +
    'TDNdjamena TGLome TNTunis TZDar_es_Salaam UGKampala ZAJohannesburg ZMLusaka ZWHarare',
  Antarctica: 'AQMcMurdo+Palmer',
  Pacific:
    'ASPago_Pago CKRarotonga FJFiji FMPohnpei+Chuuk GUGuam KIKiritimati+Tarawa MHMajuro MPSaipan NCNoumea NFNorfolk ' +
    'NRNauru NUNiue NZChatham+Auckland PFGambier+Tahiti PGBougainville+Port_Moresby PNPitcairn PWPalau SBGuadalcanal ' +
    'TKFakaofo TOTongatapu TVFunafuti UMWake+Midway VUEfate WFWallis WSApia',
  Australia: 'AULord_Howe+Perth',
  Atlantic: 'BMBermuda CVCape_Verde FKStanley FOFaroe GSSouth_Georgia ISReykjavik SHSt_Helena',
  Indian: 'CCCocos CXChristmas IOChagos KMComoro MGAntananarivo MUMauritius MVMaldives REReunion SCMahe TFKerguelen YTMayotte',
  Arctic: 'SJLongyearbyen',
};

const toZones = (area: string, entry: string): [string, readonly string[]] => [
  entry.slice(0, 2),
  entry
    .slice(2)
    .split('+')
    .map((place) => (place.startsWith('/') ? place.slice(1) : `${area}/${place}`)),
];

const zonesByCountry = new Map(
  Object.entries(table)
    .flatMap(([area, entries]) => entries.split(' ').map((entry) => toZones(area, entry)))
    .sort(([left], [right]) => (left < right ? -1 : 1)),
);

/** Whether the text is an ISO 3166-1 alpha-2 code (upper case). */
export const isCountry = (code: string): boolean => zonesByCountry.has(code);

/** Whether the text is a country, or names a subdivision of one as ISO 3166-2 does: `US-CA`. */
export const isPlace = (code: string): boolean => isCountry(code.slice(0, 2)) && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code);

/** Every zone it could be in that country, reduced to the extremes; `null` for an unknown country. */
export const zonesOf = (country: string): readonly string[] | null => zonesByCountry.get(country) ?? null;

export const countryCodes = (): readonly string[] => [...zonesByCountry.keys()];
