import type { Metadata } from 'next';
import { cardsOf } from '#board/card-words.ts';
import { SnapshotCanvas } from '#components/board/snapshot-canvas.tsx';
import { SnapshotPageBody } from '#components/history/snapshot-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { theHouse } from '#server/house.ts';
import { diffSnapshots } from '#server/snapshots/diff-snapshots.ts';
import { isRefusal } from '#server/refusal.ts';
import { readSnapshotDocument } from '#server/snapshots/read-snapshot-content.ts';
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

/** Null where what is kept of it, or of the one before, is damaged: the page says so and shows the rest. */
async function unlessDamaged<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'damaged') return null;
    throw error;
  });
}

export default async function SnapshotPage(props: Props) {
  const snapshot = await askedSnapshot(props);
  const { id, boardId } = snapshot;
  const actor = await whoAsks();
  const here = `/snapshots/${id}`;
  const board = await pageAnswer(readBoard(theHouse(), actor, boardId), here);
  const { role } = await pageAnswer(readTeam(theHouse(), actor, board.teamId), here);
  const isKept = snapshot.goneAt === null;
  const diff = isKept ? await unlessDamaged(diffSnapshots(theHouse(), actor, { to: id })) : null;
  const document = isKept ? await unlessDamaged(readSnapshotDocument(theHouse(), actor, id)) : null;
  return (
    <SnapshotPageBody
      snapshot={snapshot}
      board={board}
      diff={diff}
      role={role}
      today={await today()}
      meId={actor.kind === 'user' ? actor.id : ''}
      cards={document ? cardsOf(document) : []}
      canvas={<SnapshotCanvas path={`/snapshots/${id}/state`} viewKey={`snapshot:${id}`} />}
    />
  );
}
