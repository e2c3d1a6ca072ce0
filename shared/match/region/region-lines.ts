import { northernLines } from './region-lines-north.ts';
import { southernLines } from './region-lines-south.ts';

/**
 * Administrative divisions of China by GB/T 2260 code: a province as `33浙江省`, a prefecture as `3301杭州市:` with its
 * counties and districts `02上城区,…` behind. Snapshot of @vant/area-data 2.1.0 (MIT), divisions of December 2024,
 * with Hong Kong, Macau and Taiwan.
 */
export const regionLines: readonly string[] = [...northernLines, ...southernLines];
