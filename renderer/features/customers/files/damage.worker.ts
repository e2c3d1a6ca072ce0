import { isDamaged } from '#shared/formats/picture-damage.ts';

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(isDamaged(data));
});
