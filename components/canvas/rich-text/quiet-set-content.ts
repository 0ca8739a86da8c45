import { Extension } from '@tiptap/core';
import { Node, Slice } from '@tiptap/pm/model';

/**
 * Shows others' words in an open text field by replacing only what differs: the caret stays among
 * this person's own words, and the field's own undo takes back none of theirs.
 */
export const quietSetContent = Extension.create({
  name: 'quietSetContent',
  addCommands() {
    return {
      setContent:
        (content) =>
        ({ tr, state, dispatch }) => {
          const next = Node.fromJSON(state.schema, content as object);
          const start = state.doc.content.findDiffStart(next.content);
          if (start === null) return true;
          const end = state.doc.content.findDiffEnd(next.content);
          if (!end) return true;
          // Equal text around the change may be counted from both sides.
          const overlap = Math.max(0, start - Math.min(end.a, end.b));
          const slice = next.slice(start, end.b + overlap);
          tr.replace(start, end.a + overlap, slice ?? Slice.empty);
          tr.setMeta('addToHistory', false).setMeta('preventUpdate', true);
          if (dispatch) dispatch(tr);
          return true;
        },
    };
  },
});
