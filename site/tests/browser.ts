// Chromium, where it is installed; where it is not, the tests that need it are left out, and say so.

import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { serve, type Served } from "./serve.js";

const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** In CI nothing is left out: without Chromium it fails. */
const inCi = process.env["CI"] !== undefined && process.env["CI"] !== "";

export const hasChromium = existsSync(EXECUTABLE);

if (!hasChromium) {
  const message = `There is no Chromium at ${EXECUTABLE} (CHROMIUM names another): the tests in a browser are left out.`;
  if (inCi) throw new Error(message);
  console.warn(message);
}

export interface Session {
  readonly browser: Browser;
  readonly site: Served;
  /** A page whose errors and policy violations are written down. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export interface Opened {
  readonly page: Page;
  /** What the console, the page or its policy complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startSession(): Promise<Session> {
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    browser,
    site,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("requestfailed", (request) =>
        complaints.push(`${request.url()}: ${request.failure()?.errorText ?? ""}`),
      );
      await page.goto(site.address + path, { waitUntil: "networkidle" });
      return { page, complaints, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
