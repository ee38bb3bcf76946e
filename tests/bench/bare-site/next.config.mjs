import path from 'node:path';

/** The site that the bench compares with. It is built by the bench alone, into a folder of its own. */
export default {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  agentRules: false,
  devIndicators: false,
  turbopack: { root: path.resolve(import.meta.dirname, '../../..') },
};
