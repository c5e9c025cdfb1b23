// The built site on a port of this machine, compressed as a host would serve it.

import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";

const DIST = join(import.meta.dirname, "../dist");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const name = normalize(decodeURIComponent(pathname)).replace(/\/$/u, "/index.html");
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      try {
        const body = await readFile(join(DIST, name));
        // Fonts are compressed in themselves.
        const packed = type === "font/woff2" ? body : gzipSync(body);
        response.writeHead(200, {
          "content-type": type,
          "content-length": packed.length,
          ...(packed === body ? {} : { "content-encoding": "gzip" }),
        });
        response.end(packed);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
