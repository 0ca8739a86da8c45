/**
 * Gives a module of a package up for one of ours (next.config.mjs): `by` is its path from the root
 * of the project. What the package names from there, ours has to have.
 */
module.exports = function replacedBy() {
  const { by } = this.getOptions();
  const path = require('node:path').relative(this.context, `${this.rootContext}/${by}`);
  return `export * from ${JSON.stringify(path.replaceAll('\\', '/'))};`;
};
