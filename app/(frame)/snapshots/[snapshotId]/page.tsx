import type { Metadata } from 'next';
import { SnapshotCanvas } from '#components/board/snapshot-canvas.tsx';
import { SnapshotPageBody } from '#components/history/snapshot-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { theHouse } from '#server/house.ts';
import { diffSnapshots } from '#server/snapshots/diff-snapshots.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';
import { today } from '../../../today.ts';

interface Props {
  params: Promise<{ snapshotId: string }>;
}

async function askedSnapshot({ params }: Props) {
  const { snapshotId } = await params;
  const asked = readSnapshot(theHouse(), await whoAsks(), snapshotId);
  return pageAnswer(asked, `/snapshots/${snapshotId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, title } = await askedSnapshot(props);
  return { title: `#${number} ${title}`.trim() };
}

export default async function SnapshotPage(props: Props) {
  const snapshot = await askedSnapshot(props);
  const { id, boardId } = snapshot;
  const actor = await whoAsks();
  const here = `/snapshots/${id}`;
  const board = await pageAnswer(readBoard(theHouse(), actor, boardId), here);
  const { role } = await pageAnswer(readTeam(theHouse(), actor, board.teamId), here);
  const diff = await pageAnswer(diffSnapshots(theHouse(), actor, { to: id }), here);
  return (
    <SnapshotPageBody
      snapshot={snapshot}
      board={board}
      diff={diff}
      role={role}
      today={await today()}
      canvas={<SnapshotCanvas snapshotId={id} boardId={boardId} />}
    />
  );
}
