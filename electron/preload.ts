import { contextBridge, ipcRenderer } from 'electron';
import { channels, events } from '#shared/ipc/channels.ts';

/** Everything the window can reach of the machine: one function to ask, one to listen, both by listed names only. */
contextBridge.exposeInMainWorld('kebu', {
  invoke(channel: string, input: unknown): Promise<unknown> {
    if (!(channels as readonly string[]).includes(channel)) return Promise.reject(new Error('Unknown channel'));
    return ipcRenderer.invoke(channel, input);
  },
  on(event: string, listener: () => void): () => void {
    if (!(events as readonly string[]).includes(event)) throw new Error('Unknown event');
    const forward = (): void => listener();
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.off(event, forward);
  },
});
