/** Folders that a service of this name keeps in step with its servers, by a part of their path, as its installer names them. */
const services: readonly [service: string, part: RegExp][] = [
  ['OneDrive', /^onedrive(?: ?-.*)?$/i],
  ['Dropbox', /^dropbox(?: \(.*\))?$/i],
  ['iCloud', /^(?:com~apple~clouddocs|mobile documents|icloud ?drive|icloud 云盘)$/i],
  ['Google Drive', /^(?:google ?drive|googledrive-.*|my drive|我的云端硬盘)$/i],
  ['坚果云', /^(?:\.?nutstore.*|我的坚果云|坚果云)$/i],
  ['百度网盘', /^(?:baidusyncdisk|baidunetdisk(?:workspace)?|百度网盘|百度网盘同步空间|baiduyun)$/i],
  ['阿里云盘', /^(?:aliyundrive|adrive|阿里云盘)$/i],
  ['腾讯微云', /^(?:weiyun|腾讯微云|微云同步助手)$/i],
  ['WPS 云盘', /^(?:wps云盘|wpsdrive|wps ?cloud ?files|wpscloud)$/i],
  ['夸克网盘', /^(?:quarkclouddrive|夸克网盘)$/i],
  ['Nextcloud', /^(?:nextcloud|owncloud)\d*$/i],
  ['Syncthing', /^syncthing$/i],
  ['Box', /^box sync$/i],
  ['pCloud', /^(?:pcloud|pclouddrive|p cloud drive)$/i],
  ['MEGA', /^megasync(?: downloads)?$/i],
  // Where macOS puts whatever syncs, under a name that need not be known here.
  ['CloudStorage', /^cloudstorage$/i],
];

/** The service that syncs a folder, as its path tells; `null` when none is known to. */
export function cloudServiceOf(path: string): string | null {
  for (const part of path.split(/[\\/]+/)) {
    const found = services.find(([, pattern]) => pattern.test(part.trim()));
    if (found) return found[0];
  }
  return null;
}
