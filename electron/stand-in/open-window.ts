import { type BrowserContext, chromium, type Page, type Route } from 'playwright';
import { type Ask, type Bridge, connectBridge } from './bridge.ts';
import { collectorFlags, heldBackFeature } from '../window/page-first.ts';
import { prepareBrowserProfile } from './browser-profile.ts';
import { withUtf8Names } from './utf8-names.ts';

/** What a request of the page is answered with, by path and query; `null` where there is nothing. */
export type ServeAsset = (path: string) => Promise<{ headers: Record<string, string>; body: Buffer } | null>;

export interface WindowOptions {
  readonly browserPath: string;
  readonly profileDir: string;
  readonly preloadPath: string;
  readonly serve: ServeAsset;
  readonly ask: Ask;
  /** Told of every address outside the app that the page asked for. */
  readonly onRefused?: (url: string) => void;
  /** Told of the browser before it loads anything. */
  readonly onOpen?: (context: BrowserContext) => Promise<void> | void;
  /** Tests run without a screen, in a window of a known size and with known settings. */
  readonly headless?: {
    readonly width: number;
    readonly height: number;
    readonly colorScheme: 'light' | 'dark';
    readonly locale: string;
    /** It is closed again within a minute: what would make it quicker after that is not worth its time. */
    readonly isShortLived?: boolean;
  };
}

export interface StandInWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly send: Bridge['send'];
  readonly close: () => Promise<void>;
  /** Settles when the window is gone, whoever closed it. */
  readonly closed: Promise<void>;
}

/** `.invalid` never exists (RFC 6761): nothing outside this browser can answer for the app. */
const appOrigin = 'https://kebu.invalid';

/** What the build is made for (electron.vite.config.ts), and what the bridge needs of a browser. */
const oldestBrowserVersion = 150;

export class BrowserTooOld extends Error {
  readonly facts: { readonly browser: string; readonly found: string; readonly needed: number };
  constructor(browser: string, found: string) {
    super(`${browser} ${found} is too old`);
    this.facts = { browser, found, needed: oldestBrowserVersion };
  }
}

/** Those that Playwright turns off: of two switches of this name the browser hears the last only. */
const featuresOffAnyway = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

const browserArgs = [
  `--disable-features=${[...featuresOffAnyway, heldBackFeature].join(',')}`,
  // Nothing is looked up, not even by the browser itself.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://proxy.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--dns-prefetch-disable',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-crash-reporter',
];

/**
 * A window without address bar and tabs; empty until it has been taken off the network. The browser draws its address bar in a
 * page of its own, which takes as long to start as Kebu: tests open the same window.
 */
const windowArgs = ['--app=data:text/html,<title>Kebu</title>', '--class=kebu', '--test-type'];
/** The compiler of code that runs for long takes a sixth of the time of a short life, and changes nothing but the pace. */
const shortLivedFlags = ['--no-turbofan'];
/** Afterwards the browser remembers where its window was. */
const firstWindowArgs = ['--window-size=1280,820'];

/** Opens Kebu in a browser that has no address bar, no network and no port: Playwright talks to it through a pipe. */
export async function openWindow(options: WindowOptions): Promise<StandInWindow> {
  const { isNew } = await prepareBrowserProfile(options.profileDir);
  const asRoot = process.getuid?.() === 0;
  const { headless } = options;
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath: options.browserPath,
    headless: headless !== undefined,
    // Chromium refuses to build its sandbox as root.
    chromiumSandbox: !asRoot,
    ignoreDefaultArgs: ['--enable-automation', 'about:blank'],
    env: process.platform === 'linux' ? withUtf8Names(process.env) : process.env,
    args: [
      ...browserArgs,
      ...windowArgs,
      ...(isNew ? firstWindowArgs : []),
      // Of two such words the browser would hear the last.
      `--js-flags=${[collectorFlags, ...(headless?.isShortLived ? shortLivedFlags : [])].join(' ')}`,
    ],
    // Whoever started this says goodbye to the window first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptDownloads: false,
    serviceWorkers: 'block',
    viewport: headless ? { width: headless.width, height: headless.height } : null,
    ...(headless ? { colorScheme: headless.colorScheme, locale: headless.locale } : { colorScheme: null }),
  });
  try {
    return await takeOver(context, options);
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** From here on the browser shows Kebu and nothing else. */
async function takeOver(context: BrowserContext, options: WindowOptions): Promise<StandInWindow> {
  const version = context.browser()?.version() ?? '';
  if (Number.parseInt(version, 10) < oldestBrowserVersion) throw new BrowserTooOld(options.browserPath, version);
  await context.route('**/*', (route) => answerRoute(route, options));
  await context.grantPermissions([], { origin: appOrigin });
  await options.onOpen?.(context);
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  context.on('page', (other) => {
    options.onRefused?.(other.url());
    void other.close();
  });
  const gone = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= context.close().catch(() => undefined);
    return closing;
  };
  // On a Mac the browser outlives its last window, and Playwright cannot bring a crashed page back.
  page.once('close', () => void close());
  page.once('crash', () => void close());
  const { send } = await connectBridge(page, appOrigin, options.preloadPath, options.ask);
  await page.goto(`${appOrigin}/`);
  // The context says that it is closed a little before the browser has written its files and ended.
  return { context, page, send, close, closed: gone.then(() => closing ?? undefined) };
}

async function answerRoute(route: Route, { serve, onRefused }: WindowOptions): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.origin !== appOrigin) {
    onRefused?.(url.href);
    return route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
  }
  const asset = request.method() === 'GET' ? await serve(request.url().slice(appOrigin.length)) : null;
  return asset ? route.fulfill({ status: 200, ...asset }) : route.fulfill({ status: 404 });
}
