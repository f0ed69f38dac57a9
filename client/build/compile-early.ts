/** Compiles what is loaded after the first screen while it loads, so that no press waits for it (ADR 64). */
interface Plugin {
  readonly name: string;
  readonly generateBundle: {
    readonly order: 'post';
    handler(options: unknown, bundle: Record<string, { readonly isEntry?: boolean; code?: string }>): void;
  };
}

/** Chromium compiles all functions of such a file on another thread. It must be the first line. https://v8.dev/blog/explicit-compile-hints */
const hint = '//# allFunctionsCalledOnLoad\n';

export function compileEarly(): Plugin {
  return {
    name: 'compile-early',
    generateBundle: {
      // Vite writes lines at the head of a file too.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.code !== undefined && file.isEntry !== true) file.code = hint + file.code;
        }
      },
    },
  };
}
