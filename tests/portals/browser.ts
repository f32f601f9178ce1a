import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../e2e/find-browser';
import { hostResolverRules } from './hosts';

/** A browser without any extension, in which every practice host is answered by the local server. */
export async function launchPlain(port: number): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser().path,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=${hostResolverRules(port)}`,
      '--lang=zh-CN',
    ],
  });
}
