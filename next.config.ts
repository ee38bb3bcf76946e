import type { NextConfig } from 'next';
import { commonHeaders, inertPolicy } from './src/lib/security-headers.ts';

const headersOf = (entries: Record<string, string>) =>
  Object.entries(entries).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // proxy.ts does it, so that this answer has its headers as well.
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // `npm test` checks the types; a build that is served has passed it.
  typescript: { ignoreBuildErrors: true },
  // The proxy sees what was really asked for: whether a whole page or a part of one, and by which address.
  skipProxyUrlNormalize: true,
  // Everything about a page stands in its head, for every reader: what a cache keeps must not depend on who asked first.
  htmlLimitedBots: /.*/,
  experimental: { globalNotFound: true },
  images: { unoptimized: true },
  // Pages are rendered for each request; what is kept is the catalogue's index in memory, by version.
  serverExternalPackages: ['pg', 'pino'],
  headers: async () => [
    { source: '/:path*', headers: headersOf(commonHeaders) },
    { source: '/_next/:path*', headers: headersOf({ 'Content-Security-Policy': inertPolicy }) },
  ],
};

export default config;
