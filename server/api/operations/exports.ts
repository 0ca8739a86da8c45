import { z } from 'zod';
import { exportForms, exportQuery } from '#board/api/exports.ts';
import type { ExportForm } from '#board/api/exports.ts';
import { exportBoard, exportSnapshot } from '../../exports/export-board.ts';
import { readBoardPicture, readSnapshotPicture } from '../../exports/read-board-picture.ts';
import { downloadHeaders } from '../download-headers.ts';
import { operation, Reply } from '../operation.ts';

const tag = 'Files';

const types: Record<ExportForm, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  tldr: 'application/vnd.tldraw+json',
};

/** Rights are asked each time that a browser asks; it may show again what it showed five seconds ago. */
const pictureHeaders = {
  'content-type': 'image/webp',
  'cache-control': 'private, max-age=5',
  'x-content-type-options': 'nosniff',
};

const bytes = {
  tag,
  method: 'GET',
  status: 200,
  bytes: true,
  view: z.custom<Uint8Array>(),
} as const;

export const exportOperations = [
  operation({
    ...bytes,
    path: '/boards/:boardId/picture',
    summary: 'A small picture of the board (WebP)',
    run: async ({ house, actor, param, locale }) => {
      const picture = await readBoardPicture(house, actor, param('boardId'), locale);
      return new Reply(picture, { headers: pictureHeaders });
    },
  }),
  operation({
    ...bytes,
    path: '/snapshots/:snapshotId/picture',
    summary: 'A small picture of the board as it was (WebP)',
    run: async ({ house, actor, param, locale }) => {
      const picture = await readSnapshotPicture(house, actor, param('snapshotId'), locale);
      return new Reply(picture, { headers: pictureHeaders });
    },
  }),
  ...exportForms.flatMap((form) => [
    operation({
      ...bytes,
      path: `/boards/:boardId/export.${form}`,
      summary: `The board as a file (${form})`,
      query: exportQuery,
      run: async ({ house, actor, param, query, locale }) => {
        const asked = { ...query, form, locale };
        const file = await exportBoard(house, actor, param('boardId'), asked);
        return new Reply(file.bytes, { headers: downloadHeaders(file.name, form, types[form]) });
      },
    }),
    operation({
      ...bytes,
      path: `/snapshots/:snapshotId/export.${form}`,
      summary: `The board as it was, as a file (${form})`,
      query: exportQuery,
      run: async ({ house, actor, param, query, locale }) => {
        const asked = { ...query, form, locale };
        const file = await exportSnapshot(house, actor, param('snapshotId'), asked);
        return new Reply(file.bytes, { headers: downloadHeaders(file.name, form, types[form]) });
      },
    }),
  ]),
];
