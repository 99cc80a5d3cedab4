import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';

/** Where each page lives, and its entry document in the build. */
const pages = [
  { paths: ['/'], entry: 'portal/public/index.html' },
  { paths: ['/enterprise', '/enterprise/{*rest}'], entry: 'portal/enterprise/index.html' },
  { paths: ['/workbench', '/workbench/{*rest}'], entry: 'portal/workbench/index.html' },
  // diagram-js writes style attributes into the markup of its palette and menus.
  { paths: ['/designer', '/designer/{*rest}'], entry: 'designer/index.html', styleAttributes: true },
] as const;

/**
 * Serves the built web pages under a policy that runs no script but ours. Files of `/assets` carry a hash in their names and may be kept
 * for a year; an unknown one is 404, never a page. Every address of a page answers its entry document, never kept, with a fresh nonce.
 */
export function serveWeb(app: Express, webRoot: string): void {
  const headers = helmet({ contentSecurityPolicy: false, crossOriginEmbedderPolicy: false });
  app.use('/assets', headers, compression(), express.static(path.join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }), (_request, response) => void response.status(404).type('text').send('Not found'));
  for (const page of pages) {
    const file = path.join(webRoot, page.entry);
    if (!existsSync(file)) continue;
    app.get([...page.paths], headers, compression(), entryDocument(readFileSync(file, 'utf8'), 'styleAttributes' in page));
  }
}

function entryDocument(html: string, styleAttributes: boolean): RequestHandler {
  return (_request: Request, response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policy(nonce, styleAttributes));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replaceAll('__CSP_NONCE__', nonce));
  };
}

function policy(nonce: string, styleAttributes: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
