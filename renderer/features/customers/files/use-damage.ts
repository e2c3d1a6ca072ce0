import { useEffect, useState } from 'react';

/** Whether a picture is damaged within; going through a large one takes a moment, and nothing waits for it. */
export function useDamage(bytes: Uint8Array): boolean {
  const [damaged, setDamaged] = useState<Uint8Array | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./damage.worker.ts', import.meta.url), { type: 'module', name: 'picture' });
    worker.addEventListener('message', ({ data }: MessageEvent<boolean>) => {
      setDamaged(data ? bytes : null);
      worker.terminate();
    });
    worker.postMessage(bytes);
    return () => {
      worker.terminate();
    };
  }, [bytes]);
  return damaged === bytes;
}
