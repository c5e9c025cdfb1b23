// The Content-Security-Policy of each page: its own scripts, and of inline ones those alone that the generator wrote.

import { createHash } from "node:crypto";

/** Puts the policy first in the head, with a hash for every inline script of the page. */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gsu)].map(
    ([, script]) => `'sha256-${createHash("sha256").update(script!).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(hashes)].join(" "),
    // KaTeX sets its boxes by inline styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(
    "<head>",
    () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
