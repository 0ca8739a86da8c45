import type { Metadata } from 'next';
import { HistoryOverview } from '#components/history/history-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { theHouse } from '#server/house.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { pageAnswer } from '../../../../page-answer.ts';

interface Props {
  params: Promise<{ boardId: string }>;
}

async function askedBoard({ params }: Props) {
  const { boardId } = await params;
  const asked = readBoard(theHouse(), await whoAsks(), boardId);
  return pageAnswer(asked, `/boards/${boardId}/history`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedBoard(props)).title };
}

export default async function HistoryPage(props: Props) {
  const board = await askedBoard(props);
  const asked = listSnapshots(theHouse(), await whoAsks(), board.id);
  const snapshots = await pageAnswer(asked, `/boards/${board.id}/history`);
  return <HistoryOverview board={board} snapshots={snapshots} />;
}
