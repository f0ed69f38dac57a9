/**
 * Components build their elements by DOM calls. Parsing each template as HTML took four times as long where a screen is
 * opened for the first time.
 * @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig}
 */
export default { compilerOptions: { fragments: 'tree' } };
