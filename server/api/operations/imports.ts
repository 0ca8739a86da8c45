import { importQuery, importView, MAX_IMPORT_BYTES } from '#board/api/imports.ts';
import { importFile } from '../../imports/import-file.ts';
import { operation, Reply } from '../operation.ts';

export const importOperations = [
  operation({
    tag: 'Files',
    method: 'POST',
    path: '/boards/:boardId/imports',
    summary:
      'Take in a tldraw file, a board saved as JSON or a CSV table; with take=none only look at what would come',
    status: 201,
    query: importQuery,
    upload: {
      maxBytes: MAX_IMPORT_BYTES,
      types: ['application/vnd.tldraw+json', 'application/json', 'text/csv'],
    },
    view: importView,
    run: async ({ house, actor, param, query, file }) => {
      const view = await importFile(house, actor, param('boardId'), { ...query, file });
      return view.taken ? view : new Reply(view, { status: 200 });
    },
  }),
];
