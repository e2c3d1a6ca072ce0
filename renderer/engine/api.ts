import type { BackupsApi } from './api/backups.ts';
import type { CampaignsApi } from './api/campaigns.ts';
import type { CardsApi } from './api/cards.ts';
import type { CheckUpsApi } from './api/check-ups.ts';
import type { DuplicatesApi } from './api/duplicates.ts';
import type { ErasureApi } from './api/erasure.ts';
import type { ExportsApi } from './api/exports.ts';
import type { GapsApi } from './api/gaps.ts';
import type { GoodsApi } from './api/goods.ts';
import type { HistoryApi } from './api/history.ts';
import type { FilesApi } from './api/files.ts';
import type { LifeApi } from './api/life.ts';
import type { ListsApi } from './api/lists.ts';
import type { MatchingApi } from './api/matching.ts';
import type { MergingApi } from './api/merging.ts';
import type { OverviewsApi } from './api/overviews.ts';
import type { PrintingApi } from './api/printing.ts';
import type { SelfUpdateApi } from './api/self-update.ts';
import type { UnsavedApi } from './api/unsaved.ts';
import type { RelationsApi } from './api/relations.ts';
import type { VocabularyApi } from './api/vocabulary.ts';
import type { WritingApi } from './api/writing.ts';

export type * from './api/backups.ts';
export type * from './api/campaigns.ts';
export type * from './api/cards.ts';
export type * from './api/check-ups.ts';
export type * from './api/duplicates.ts';
export type * from './api/erasure.ts';
export type * from './api/gaps.ts';
export type * from './api/goods.ts';
export type * from './api/history.ts';
export type * from './api/exports.ts';
export type * from './api/files.ts';
export type * from './api/life.ts';
export type * from './api/lists.ts';
export type * from './api/matching.ts';
export type * from './api/merging.ts';
export type * from './api/overviews.ts';
export type * from './api/printing.ts';
export type * from './api/self-update.ts';
export type * from './api/unsaved.ts';
export type * from './api/relations.ts';
export type * from './api/vocabulary.ts';
export type * from './api/writing.ts';

/**
 * What the screens may ask of the archive at work (a Web Worker). Every method returns a Promise through the client;
 * expected failures reject with AppFailure. The worker keeps the records; only windows of rows cross to the screens.
 */
export interface EngineApi
  extends LifeApi,
    ListsApi,
    CardsApi,
    CampaignsApi,
    RelationsApi,
    WritingApi,
    VocabularyApi,
    OverviewsApi,
    PrintingApi,
    HistoryApi,
    MatchingApi,
    MergingApi,
    CheckUpsApi,
    GapsApi,
    GoodsApi,
    DuplicatesApi,
    BackupsApi,
    ErasureApi,
    ExportsApi,
    FilesApi,
    SelfUpdateApi,
    UnsavedApi {}

export type EngineMethod = keyof EngineApi;
