/**
 * How the window shows a scene. `whole`: goal, app and tools below each other. `low`: a wide, low frame. Large text on a
 * phone: `fits` if the app stays within the window, else `narrow`.
 */
export type SceneView = 'whole' | 'low' | 'fits' | 'narrow';

/**
 * Says it on the root of the document (`data-scene`), for styles of what is around the scene. With `:has()` instead, each
 * change inside an app would have the styles of the whole page computed again. For the setup of a component.
 */
export function markScene(view: () => SceneView): void {
  $effect(() => {
    const root = document.documentElement;
    root.dataset.scene = view();
    return () => {
      delete root.dataset.scene;
    };
  });
}
