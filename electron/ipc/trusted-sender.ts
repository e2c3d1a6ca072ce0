import { appOrigin } from '../window/assets.ts';

/** What Electron says about where a request comes from. */
export interface Sender {
  /** `null` when the frame is gone already. */
  senderFrame: { url: string; parent: unknown } | null;
}

/** Only the top frame of a page that Kebu itself served may ask for anything. */
export function isTrustedSender({ senderFrame }: Sender): boolean {
  if (!senderFrame || senderFrame.parent !== null) return false;
  return senderFrame.url === appOrigin || senderFrame.url.startsWith(`${appOrigin}/`);
}
