import type { Address } from '../../domain/customer/customer.ts';
import { cleanText, narrowText, toSimplified } from '../text.ts';
import { splitLatinAddress } from './latin-address.ts';
import { ownPlaceAt, type OwnPlace } from './own-places.ts';
import { regionIndex, regionPath, type Region } from './regions.ts';

export interface AddressParts {
  province?: string | undefined;
  city?: string | undefined;
  district?: string | undefined;
  /** Street, or the whole address when the parts above are empty. */
  street?: string | undefined;
  postcode?: string | undefined;
}

/** The divisions an address lies in, as far down as they are certain. */
interface Found {
  province?: Region | undefined;
  city?: Region | undefined;
  district?: Region | undefined;
}

/** A short name is not that of a division when it names a street (朝阳路) or another rank (朝阳区 is not 朝阳市). */
const streetAfter = /^(?:[东西南北中]?[路街巷弄道]|大[道街]|胡同|[东西南北]大街|[区县旗镇乡村])/;
/** Without anything above it, a short name at the front may also be that of an estate: 大同小区, 东方花园. */
const estateAfter = /^(?:小区|花园|花苑|家园|广场|大厦|公寓|新村|新城|商城|[苑城园里])/;
const between = /^[\s,.;、·/-]+/;

/**
 * Resolves an address to its GB/T 2260 code and standard labels. Fills only what is certain: a district name borne by
 * several cities stays unresolved unless the text says which. What is not recognised stays in the text where it stood.
 * The user's own names for places are understood where the standard ones leave it open; they stay in the street, since the post
 * may know them. `undefined` when nothing was written.
 */
export function resolveAddress(parts: AddressParts, places: readonly OwnPlace[] = []): Address | undefined {
  const written = {
    province: cleanText(parts.province ?? ''),
    city: cleanText(parts.city ?? ''),
    district: cleanText(parts.district ?? ''),
  };
  const { left: notTaken, ...divisions } = takeColumns(written);
  const found: Found = { ...divisions };
  const left = notTaken.filter((level) => !takeOwn(found, written[level], places, (rest) => rest !== ''));
  const { street, postcode } = takePostcode(inOneLine(parts.street ?? ''));
  const rest = takeFrom(found, street, places);
  const deepest = found.district ?? found.city ?? found.province;
  const path = deepest ? regionPath(deepest.code) : undefined;
  const code = parts.postcode ? cleanText(parts.postcode) : postcode;
  const address: Address = {
    ...(deepest && { regionCode: deepest.code }),
    ...path,
    ...Object.fromEntries(
      left.filter((level) => path?.[level] === undefined).map((level) => [level, written[level].slice(0, 40)]),
    ),
    ...(rest !== '' && { street: rest.slice(0, 300) }),
    ...(code && { postcode: code.slice(0, 12) }),
  };
  return Object.keys(address).length === 0 ? undefined : address;
}

function inOneLine(text: string, between = ' '): string {
  const lines = cleanText(text).split('\n');
  return lines.length === 1
    ? (lines[0] ?? '')
    : lines
        .map((line) => line.trim().replace(/,$/, ''))
        .filter(Boolean)
        .join(between);
}

const levels = ['province', 'city', 'district'] as const;
type Columns = Record<(typeof levels)[number], string>;

/** What stands in the columns of a list is the same again and again. */
const knownColumns = new Map<string, Found & { left: (typeof levels)[number][] }>();
const mostKnown = 10_000;

/** The divisions that the columns name, and the columns that could not be taken. */
function takeColumns(written: Columns): Found & { left: (typeof levels)[number][] } {
  const key = `${written.province}\n${written.city}\n${written.district}`;
  const known = knownColumns.get(key);
  if (known) return known;
  const found: Found = {};
  const left = levels.filter((level) => written[level] !== '' && !takeWhole(found, written[level]));
  if (knownColumns.size >= mostKnown) knownColumns.clear();
  const taken = { ...found, left };
  knownColumns.set(key, taken);
  return taken;
}

/** A free address in one text: `310012 浙江省杭州市西湖区文三路 1 号`, `12 High Street, Oxford OX1 4AA`. */
export function splitAddress(text: string, places?: readonly OwnPlace[]): Address | undefined {
  return splitLatinAddress(inOneLine(text, ', ')) ?? resolveAddress({ street: text }, places);
}

/** Takes the place that a text begins with, if it lies in what was found so far and says more. */
function takeOwn(found: Found, text: string, places: readonly OwnPlace[], goesOn: (rest: string) => boolean): boolean {
  if (places.length === 0 || text === '') return false;
  const place = ownPlaceAt(text, places, goesOn);
  const region = place && regionIndex().byCode.get(place.code);
  const deepest = (found.district ?? found.city ?? found.province)?.code ?? '';
  if (!region || region.code === deepest || !region.code.startsWith(deepest)) return false;
  const lineage = [region, region.parent, region.parent?.parent].filter((each) => each !== undefined);
  for (const each of lineage) {
    if (each.code.length === 6) found.district = each;
    else if (each.code.length === 4) found.city = each;
    else found.province = each;
  }
  return true;
}

function takePostcode(text: string): { street: string; postcode: string } {
  const narrow = narrowText(text);
  const first = /^(?:邮编[\s:]*)?(\d{6})(?!\d)[\s,]*/.exec(narrow);
  if (first) return { street: text.slice(first[0].length).trim(), postcode: first[1] ?? '' };
  const last = /(?<!\d)(\d{6})\)?$/.exec(narrow);
  if (!last) return { street: text, postcode: '' };
  const before = trimEndOf(narrow.slice(0, last.index), /[\s:]/);
  const isNamed = before.endsWith('邮编');
  const street = trimEndOf(isNamed ? before.slice(0, -'邮编'.length) : narrow.slice(0, last.index), /[\s,(]/);
  return { street: text.slice(0, street.length).trim(), postcode: last[1] ?? '' };
}

/** Without these signs at its end. An expression that looks for them there begins anew at each of many that stand elsewhere. */
function trimEndOf(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Takes a column that should hold nothing but one division or several (`浙江杭州`). */
function takeWhole(found: Found, text: string): boolean {
  const before = { ...found };
  if (takeFrom(found, text) === '') return true;
  Object.assign(found, { province: before.province, city: before.city, district: before.district });
  return false;
}

/** Takes divisions from the front of a text that fit those found so far, and gives back the rest as it was written. */
function takeFrom(found: Found, text: string, places: readonly OwnPlace[] = []): string {
  const comparable = toSimplified(narrowText(text));
  let at = skip(comparable, 0);
  const country = /^(?:中国|中华人民共和国)(?=.)/.exec(comparable.slice(at));
  if (country) at = skip(comparable, at + country[0].length);
  const isOwn = () => takeOwn(found, text.slice(at), places, (after) => streetAfter.test(after));
  for (const take of [takeProvince, takeCity, takeDistrict]) {
    // The user's own word goes before a standard one that is spelled alike.
    if (isOwn()) break;
    const length = take(found, comparable.slice(at));
    if (length > 0) at = skip(comparable, at + length);
  }
  isOwn();
  return text.slice(at).trim();
}

function skip(text: string, at: number): number {
  return at + (between.exec(text.slice(at))?.[0].length ?? 0);
}

/** Length of the spelling that starts a text; 0 when the region is not named there. */
function lengthOfName(text: string, region: Region): number {
  for (const spelling of region.spellings) {
    if (!text.startsWith(spelling)) continue;
    if (spelling === region.spellings[0] || !streetAfter.test(text.slice(spelling.length))) return spelling.length;
  }
  return 0;
}

function longest(text: string, regions: readonly Region[]): { region: Region; length: number } | undefined {
  let best: { region: Region; length: number } | undefined;
  for (const region of regions) {
    const length = lengthOfName(text, region);
    if (length > (best?.length ?? 0)) best = { region, length };
  }
  return best;
}

function takeProvince(found: Found, text: string): number {
  const { provinces, citiesByName } = regionIndex();
  const match = longest(text, found.province ? [found.province] : provinces);
  if (!match) return 0;
  // 吉林市 is a city of 吉林省; 北京市 is both and stands for the province first.
  const asCity = text.slice(0, match.length + 1);
  if (asCity.endsWith('市') && asCity !== match.region.name && citiesByName.has(asCity)) return 0;
  found.province = match.region;
  return match.length;
}

function takeCity(found: Found, text: string): number {
  const candidates = found.city
    ? [found.city]
    : found.province
      ? found.province.children.filter((city) => !city.isGrouping)
      : uniqueByHead(text, regionIndex().citiesByName);
  const match = longest(text, candidates);
  if (!match) return 0;
  setCity(found, match.region);
  return match.length;
}

function takeDistrict(found: Found, text: string): number {
  const candidates = found.district
    ? [found.district]
    : found.city
      ? found.city.children
      : found.province
        ? found.province.children.flatMap((city) => city.children)
        : uniqueByHead(text, regionIndex().districtsByName);
  const match = longest(text, candidates);
  if (!match) return 0;
  const isAmbiguous = candidates.some((other) => other !== match.region && lengthOfName(text, other) === match.length);
  if (isAmbiguous) return 0;
  found.district = match.region;
  if (match.region.parent) setCity(found, match.region.parent);
  return match.length;
}

function setCity(found: Found, city: Region): void {
  found.city = city;
  found.province = city.parent;
}

/** Divisions of the whole country whose name begins a text, when the longest such name is borne by one only. */
function uniqueByHead(text: string, names: ReadonlyMap<string, readonly Region[]>): readonly Region[] {
  for (let length = Math.min(text.length, 15); length >= 2; length--) {
    const regions = names.get(text.slice(0, length));
    if (!regions || estateAfter.test(text.slice(length))) continue;
    return regions.length === 1 ? regions : [];
  }
  return [];
}
