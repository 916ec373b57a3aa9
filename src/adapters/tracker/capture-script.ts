import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync } from '@swc/core';
import type { RequestHandler } from 'express';

/** The files of the tracker, each after those that it needs. */
const files = ['outbox.js', 'stopwatch.js', 'video.js', 'skillwake.js'];

/** How long a page may go on with the script that it has, seconds; after that it asks whether it has changed. */
const fresh = 3_600;

/** capture.js as it is served: one script without comments and long names, which are for those who read its files. */
export function captureSource(): string {
  return scriptOf(files.map((file) => readFileSync(join(__dirname, 'page', file), 'utf8')));
}

/** One script of several files, of which any may end with a comment, as compiled ones do. */
export function scriptOf(parts: readonly string[]): string {
  const besideScript =
    "const besideScript = document.currentScript && new URL('capture', document.currentScript.src).href;";
  const script = `(() => { 'use strict'; ${besideScript}\n${parts.join('\n')}\n})();`;
  return minifySync(script, { compress: true, mangle: true, module: false }).code;
}

/** Serves capture.js to any page: nothing in it depends on who asks, or on what they ask with. */
export function captureScript(): RequestHandler {
  const script = captureSource();
  const etag = `"${createHash('sha256').update(script).digest('base64url')}"`;
  return (_request, response) => {
    response
      .set({
        etag,
        'cache-control': `public, max-age=${String(fresh)}`,
        'cross-origin-resource-policy': 'cross-origin',
      })
      .type('text/javascript')
      .send(script);
  };
}
