/**
 * The compression streams of Node and of Chromium. Declared here because `shared` is compiled without the library of
 * either.
 */
export interface ByteTransform {
  readonly writable: {
    getWriter(): {
      readonly ready: Promise<void>;
      write(bytes: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(reason: unknown): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ done: boolean; value?: Uint8Array<ArrayBuffer> | undefined }>;
      cancel(reason?: unknown): Promise<void>;
    };
  };
}
type Format = 'gzip' | 'deflate-raw';
declare const CompressionStream: new (format: Format) => ByteTransform;
declare const DecompressionStream: new (format: Format) => ByteTransform;

export function openCompressor(format: Format): ByteTransform {
  return new CompressionStream(format);
}

export function openDecompressor(format: Format): ByteTransform {
  return new DecompressionStream(format);
}
