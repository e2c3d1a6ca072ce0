import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fileOfModule } from './electron/dist/file-of-module.ts';

const here = import.meta.dirname;
const alias = { '#shared': resolve(here, 'shared') };

/**
 * zod tries `new Function` to learn whether it may compile its schemas. The content policy forbids it and reports the try, so
 * every chunk says beforehand that there is nothing to try: chunks run before any import of the entry could say so.
 */
const withoutEval = 'globalThis.__zod_globalConfig ??= { jitless: true };';

function plainName(name = ''): string {
  return /^[\w.-]+$/.test(name) ? '[name]' : 'sample';
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      // Everything is bundled, so node_modules does not travel with the packaged app.
      externalizeDeps: false,
      rollupOptions: { input: { main: resolve(here, 'electron/main.ts') }, external: ['electron'] },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed window can only load a CommonJS preload.
      rollupOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    resolve: { alias },
    plugins: [react()],
    worker: { format: 'es', rollupOptions: { output: { intro: withoutEval } } },
    build: {
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      target: 'chrome150',
      // The files lie beside the program: naming them ahead in the page takes longer than reading them.
      modulePreload: false,
      // Each file of styles that comes later lets the browser go through the whole page anew.
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      // How much a start may read, `npm run dist:check` says: pressed, and all of it together.
      chunkSizeWarningLimit: 1500,
      rollupOptions: {
        input: { index: resolve(here, 'renderer/index.html') },
        output: {
          intro: withoutEval,
          // What every start reads is one file: cut up by who else uses it, it was forty.
          codeSplitting: {
            groups: [
              { name: 'shell', tags: ['$initial'], priority: 1 },
              { name: fileOfModule, debugName: 'later', includeDependenciesRecursively: false },
            ],
          },
          // Sample files have Chinese names; the window loads only ASCII ones.
          assetFileNames: ({ names }) => `assets/${plainName(names[0])}-[hash][extname]`,
        },
      },
    },
  },
});
