import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import { CharacterMaps } from './character-maps.ts';

/** Pictures inside beyond this are left out: a small file can claim any size. */
const mostImagePixels = 64_000_000;
const mostCanvasPixels = 16_000_000;

export interface OpenPdf {
  pages: number;
  /** Draws a page as wide as so many pixels of the screen. */
  draw(page: number, canvas: HTMLCanvasElement, cssWidth: number): Promise<void>;
  close(): void;
}

/** Opens a PDF in a worker without scripts, forms or network. Rejects for one that is damaged or encrypted. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const port = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    // The worker takes the bytes over.
    data: bytes.slice(),
    worker,
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: mostImagePixels,
    verbosity: 0,
  });
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    const pdf = await task.promise;
    return { pages: pdf.numPages, draw: (page, canvas, cssWidth) => drawPage(pdf, page, canvas, cssWidth), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, cssWidth: number) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = (cssWidth * window.devicePixelRatio) / width;
  const scale = Math.min(wanted, Math.sqrt(mostCanvasPixels / (width * height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
}
