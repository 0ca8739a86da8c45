import * as esbuild from 'esbuild';

/** Bundles stock tldraw, as its own quick start shows it, into `stock.js` and `stock.css`. */
export async function bundleStock(outdir) {
  await esbuild.build({
    entryPoints: { stock: 'tests/bench/canvas/stock/page.tsx' },
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
