/**
 * In place of tiptap's bubble and floating menu, which its React bindings load with a library for
 * placing them, and which no board shows (next.config.mjs).
 */
export const BubbleMenuPlugin = undefined;
export const FloatingMenuPlugin = undefined;
