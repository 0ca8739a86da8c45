/**
 * In place of Node's Buffer, which lib0 names for servers: the bundler would send every browser an
 * imitation of it (next.config.mjs).
 */
export const Buffer = undefined;
