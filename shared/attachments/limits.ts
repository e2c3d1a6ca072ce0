/** From here on a person should know that backups grow with every file: a FAT32 stick holds none above 4 GiB. */
export const largeFilesBytes = 2 * 1024 ** 3;
