/**
 * The Chinese calendar of the lunar years 1900–2100 (GB/T 33661-2017; the official almanac before 1929), five hexadecimal digits a year:
 * bits 5–16 say which of the months 1–12 have 30 days, bit 4 the same of the leap month, bits 0–3 after which month the leap month stands (0: none).
 * Equal to the tables of the Hong Kong Observatory in every month but one: the new moon of 2057-09-29 00:00:40 is taken as computed
 * by modern ephemerides, so that the ninth month of 2057 starts on the 29th and not on the 28th. The one of 2097-08-07 follows the Observatory.
 * Held against tyme4ts month by month in the tests.
 */
export const LUNAR_YEARS =
  '17a480ea401d4a0165450c96015360154d40ad4016b20175420ea401b4a6164a01496014975055a00ad600b6a21b5201d257' +
  '1d2401a4a01a5a514ac0056c015ab40da801d5201e9421d2400d4c60a56014ae012ad516b400da800ec330e9201627715260' +
  '0a5600a376155a00ad401b4b417480169201a962152a0155a70a6c0155a0159550b6401b4a01d4531a9400b2a8152e00aac0' +
  '0aea615aa00da400eaa41d4a00c9400c9e31536015b470ad4016d201764516a40164a0165641496015568055a00ada00b536' +
  '1b5201b2401d2a41a4a01c9aa14ac0056c005ea60daa01d5201ea451d2401a4c00a5c314ae015ac806b400daa016d250e920' +
  '0d260153640a56014b60155c20ad401baa717480169201aa65152a00a5a00aba4156a0175490ba401b4a01d1561a940192a0' +
  '153c40aac0156a015b420da400eca60e4a00c9600cae5195600ab400adc316d201ea4b16a40164a01a176149600956005765' +
  '0b5a016d401b5421b2401d4a71a4a014aa0149b5096c00b6a00da531d9201f2481d2401a4c00a2d614ae009ac006cb40eaa0' +
  '0e9200e9630d260155670a56014b60157450ad4016ca017544169401b2a8152a00a5a00ada6156a00b5400baa41b4a01a940' +
  '1c9a3192c0199c70aac0156a015a550da401d4a00e5440d1600d2e8095600ab600aad616d400ea40172a4168a015160149e2' +
  '09560';

export const FIRST_LUNAR_YEAR = 1900;

/** Epoch day of 1900-01-31, the first day of the lunar year 1900. */
export const FIRST_LUNAR_DAY = -25537;
