import { regionPath } from '#shared/match/region/regions.ts';

/** What a region class is called: the city, or the province when no city is known; without 市 and 省. */
export function regionName(code: string): string {
  const path = regionPath(code);
  if (!path) return code;
  return shorten(path.city ?? path.province);
}

function shorten(name: string): string {
  return name.length > 2
    ? name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区)$/, '')
    : name;
}

/** A region by its most exact name, written out. */
export function placeName(code: string): string {
  const path = regionPath(code);
  return path?.district ?? path?.city ?? path?.province ?? code;
}
