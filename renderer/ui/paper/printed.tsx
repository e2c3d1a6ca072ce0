import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Shown on paper only, and then alone: printing the window prints this and nothing else of it. */
export function Printed({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return createPortal(
    <div data-printed className={className} aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}
