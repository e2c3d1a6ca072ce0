import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../electron/stand-in/find-browser.ts';
import { rootDir } from '../helpers/paths.ts';
import { expect, test as empty } from './fixtures/app.ts';
import { onceARun } from './fixtures/prepared.ts';
import type { Kit } from './worker/page.ts';

declare const kit: Kit;

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };

/** The engine's worker in a real browser with a real IndexedDB, and a main process in the page's memory. */
const test = empty.extend<{ built: string; profile: string; open: () => Promise<Page> }>({
  built: async ({ browserName: _browserName }, use, run) => {
    await use(
      await onceARun(run, 'worker-page', async (outDir) => {
        await build({
          root: join(rootDir, 'tests/e2e/worker'),
          configFile: false,
          logLevel: 'error',
          resolve: { alias: { '#shared': join(rootDir, 'shared') } },
          worker: { format: 'es' },
          build: { outDir, target: 'chrome150', minify: false },
        });
      }),
    );
  },
  profile: async ({ browserName: _browserName }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'kebu-profile-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  open: async ({ built, profile }, use) => {
    let context: BrowserContext | null = null;
    const errors: string[] = [];
    await use(async () => {
      await context?.close();
      context = await chromium.launchPersistentContext(profile, {
        executablePath: findBrowser() ?? '',
        headless: true,
        args: [
          '--no-first-run',
          '--disable-background-networking',
          '--app=data:text/html,',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ],
      });
      await context.route('**/*', async (route) => {
        const { pathname } = new URL(route.request().url());
        const body = await readFile(join(built, pathname === '/' ? 'index.html' : pathname)).catch(() => null);
        await (body
          ? route.fulfill({ body, contentType: types[extname(pathname)] ?? 'text/html' })
          : route.fulfill({ status: 404 }));
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => errors.push(error.message));
      // A browser counts localhost as secure; nothing is listening there.
      await page.goto('http://localhost/');
      await page.waitForFunction(() => 'kit' in globalThis);
      return page;
    });
    await (context as BrowserContext | null)?.close();
    expect(errors).toEqual([]);
  },
});

test('keeps what was acknowledged when the worker is killed at once', async ({ open }) => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const first = kit.startEngine();
    await first.engine.open(kit.opened(), '2026-03-01');
    for (let n = 0; n < 20; n += 1) {
      await first.engine.commit('customer/create', [kit.putCustomer({ id: `c${n}`, name: `客户${n}` })]);
    }
    first.kill();
    const second = kit.startEngine();
    const report = await second.engine.open(kit.opened(), '2026-03-01');
    const found = await second.engine.search('kehu', 50);
    await second.engine.close();
    second.kill();
    const third = kit.startEngine();
    const again = await third.engine.open(kit.opened(), '2026-03-01');
    const overview = await third.engine.overview();
    third.kill();
    return { report, found: found.length, again: again.found, customers: overview.customers };
  });
  expect(seen).toMatchObject({ report: { found: 'equal' }, found: 20, again: 'equal', customers: 20 });
});

test('writes every transaction strictly', async ({ open }) => {
  const page = await open();
  const kinds = await page.evaluate(async () => {
    const source = new Blob(
      [
        `const original = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (names, mode, options) {
           if (mode === 'readwrite') postMessage({ type: 'event', event: { type: 'seen', durability: options?.durability ?? 'default' } });
           return original.call(this, names, mode, options);
         };`,
      ],
      { type: 'text/javascript' },
    );
    const Original = Worker;
    const wrapped = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        const both = `import ${JSON.stringify(URL.createObjectURL(source))}; import ${JSON.stringify(String(url))};`;
        super(URL.createObjectURL(new Blob([both], { type: 'text/javascript' })), options);
      }
    };
    globalThis.Worker = wrapped;
    const { engine, kill } = kit.startEngine();
    const durabilities = new Set<string>();
    engine.on((event) => {
      const seen = event as unknown as { type: string; durability: string };
      if (seen.type === 'seen') durabilities.add(seen.durability);
    });
    await engine.open(kit.opened(), '2026-03-01');
    await engine.commit('customer/create', [kit.putCustomer({ id: 'c1' })]);
    await engine.close();
    kill();
    globalThis.Worker = Original;
    return [...durabilities];
  });
  expect(kinds).toEqual(['strict']);
});

test('rebuilds from the journal after the whole database was deleted', async ({ open }) => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const first = kit.startEngine();
    await first.engine.open(kit.opened(), '2026-03-01');
    const many = Array.from({ length: 3_000 }, (_, n) => kit.putCustomer({ id: `c${n}`, name: `客户${n}` }));
    await first.engine.commit('import/customers', many);
    await first.engine.close();
    first.kill();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name ?? '');
        request.addEventListener('success', resolve);
        request.addEventListener('error', reject);
      });
    }
    const second = kit.startEngine();
    const report = await second.engine.open(kit.opened(), '2026-03-01');
    const { customers } = await second.engine.overview();
    second.kill();
    return { report, customers, frames: kit.main.frames.length };
  });
  expect(seen).toMatchObject({
    report: { found: 'wiped', replayedChangeSets: 1, rebuiltRecords: 3_000 },
    customers: 3_000,
  });
});

test('keeps a hundred thousand entries of one customer, and saves one more without rewriting them', async ({
  open,
}) => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const { engine, kill } = kit.startEngine();
    await engine.open(kit.opened(), '2026-03-01');
    await engine.commit('customer/create', [kit.putCustomer({ id: 'c1' })]);
    const total = 100_000;
    for (let start = 0; start < total; start += 10_000) {
      const edits = Array.from({ length: 10_000 }, (_, n) => {
        const id = `i${start + n}`;
        return {
          table: 'interaction' as const,
          id,
          after: kit.anInteraction({ id, customerId: 'c1', text: `第${id}次` }),
        };
      });
      await engine.stage('import', edits);
    }
    const committed = await engine.commitStaged('import', 'import/interactions');
    const [customerId] = committed.customerIds;
    if (!customerId) throw new Error('nothing was written');
    const bytes = () => kit.main.frames.reduce((sum, frame) => sum + frame.payload.length, 0);
    const before = bytes();
    const contact = {
      customerId,
      channel: 'phone',
      direction: 'outbound',
      text: '再来一次',
      at: '2026-03-01T10:00',
    } as const;
    const started = performance.now();
    await engine.logContact(contact);
    const saveMs = performance.now() - started;
    const found = await engine.search('第i99999次', 5);
    const dossier = await engine.dossier(customerId);
    await engine.close();
    kill();
    return { entries: dossier.interaction.length, journaled: bytes() - before, saveMs, found: found.length };
  });
  expect(seen).toMatchObject({ entries: 100_001, found: 1 });
  expect(seen.journaled).toBeLessThan(2_000);
});

test('goes on with an image and a database that another browser process wrote', async ({ open }) => {
  let page = await open();
  const state = await page.evaluate(async () => {
    const { engine, kill } = kit.startEngine();
    await engine.open(kit.opened(), '2026-03-01');
    await engine.commit('customer/create', [kit.putCustomer({ id: 'c1', name: '王芳' })]);
    await engine.close();
    kill();
    const { frames, headSeq, counts } = kit.main;
    return { frames: frames.map((frame) => ({ ...frame, payload: [...frame.payload] })), headSeq, counts };
  });
  page = await open();
  const seen = await page.evaluate(async (from) => {
    kit.main.frames = from.frames.map((frame) => ({ ...frame, payload: Uint8Array.from(frame.payload) }));
    kit.main.headSeq = from.headSeq;
    kit.main.counts = from.counts;
    const { engine, kill } = kit.startEngine();
    const report = await engine.open(kit.opened(), '2026-03-02');
    const found = await engine.search('wf', 5);
    kill();
    return { found: report.found, names: found.map((row) => row.name) };
  }, state);
  expect(seen).toEqual({ found: 'equal', names: ['王芳'] });
});
