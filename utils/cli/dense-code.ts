/**
 * What the build does for a small package beside the bundler: few files with short names, since every
 * entry of the archive costs and a larger file compresses better, and a second minifier after the
 * bundler's own.
 */
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import { belongsToWords } from './lift-messages';

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

/**
 * The files of the pages and the worker: what several of them share is put together where most of them
 * need it. The messages and what unpacks them stand apart, because popup and worker leave them out. No
 * entry needs a digest in its name: packages change whole.
 */
export const FEW_FILES: Rolldown.OutputOptions = {
  entryFileNames: '[name].js',
  chunkFileNames: ({ name }) => (name.includes('~') ? 'c-[hash:6].js' : '[name].js'),
  assetFileNames: ({ names }) => (names[0]?.includes('~') ? 'c-[hash:6].[ext]' : '[name].[ext]'),
  codeSplitting: {
    groups: [
      { name: 'packed', test: /utils\/knowledge\/packed-text\.ts$/ },
      {
        name: 'words',
        test: belongsToWords,
        minShareCount: 2,
        includeDependenciesRecursively: false,
      },
      {
        name: 'c',
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: 20_000,
      },
    ],
  },
};
