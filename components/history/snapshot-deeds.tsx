import { may } from '#board/access.ts';
import type { Subject } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { ExportButton } from '#components/export/export-button.tsx';
import { CopySnapshot } from './copy-snapshot.tsx';
import { RestoreCards } from './restore-cards.tsx';
import { RestoreSnapshot } from './restore-snapshot.tsx';
import { ShareSnapshot } from './share-snapshot.tsx';

interface Props {
  snapshot: SnapshotView;
  board: BoardView;
  subjects: readonly Subject[];
}

/** What can be made of a snapshot, by whoever may. */
export function SnapshotDeeds({ snapshot, board, subjects }: Props) {
  const mayRestore = may(subjects, 'snapshot.restore');
  return (
    <div className="flex flex-wrap gap-2">
      <ExportButton snapshotId={snapshot.id} />
      {may(subjects, 'snapshot.take') && <ShareSnapshot snapshot={snapshot} />}
      {may(subjects, 'team.add-board') && (
        <CopySnapshot snapshotId={snapshot.id} boardTitle={board.title} />
      )}
      {mayRestore && <RestoreCards snapshot={snapshot} />}
      {mayRestore && <RestoreSnapshot snapshot={snapshot} />}
    </div>
  );
}
