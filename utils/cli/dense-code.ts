/**
 * What the build does for a small package beside the bundler: few files with short names, since every
 * entry of the archive costs and a larger file compresses better, and a second minifier after the
 * bundler's own.
 */
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

/** The scripts that a page gets by injection; everything else is a module. */
const INJECTED = /^(content-scripts\/.*|reader|file-hook)\.js$/;

export function denseCode(): Plugin {
  return {
    name: 'dense-code',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, {
          module: !INJECTED.test(chunk.fileName),
          ecma: 2020,
          compress: { passes: 2 },
          format: { comments: false },
        });
        if (code === undefined) throw new Error(`${chunk.fileName}: not minified`);
        chunk.code = code;
      }
    },
  };
}

/** The files of the pages and the worker. Without a digest in the name: a package is replaced whole. */
export const FEW_FILES: Rolldown.OutputOptions = {
  chunkFileNames: '[name].js',
  entryFileNames: '[name].js',
  assetFileNames: '[name].[ext]',
  codeSplitting: {
    groups: [
      { name: 'c', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20000 },
    ],
  },
};
