import { encodeQR } from 'qr';
import { useMemo } from 'react';

export interface QrCodeProps {
  text: string;
  label: string;
  className?: string | undefined;
}

/** A QR code as one black path on white, in every theme, with the four modules of quiet around it that ISO/IEC 18004 asks for. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { path, size } = useMemo(() => drawModules(encodeQR(text, 'raw', { ecc: 'medium', border: 4 })), [text]);
  return (
    <svg className={className} viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label}>
      <path d={`M0 0h${String(size)}v${String(size)}H0z`} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawModules(rows: boolean[][]): { path: string; size: number } {
  const squares = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return { path: squares.join(''), size: rows.length };
}
