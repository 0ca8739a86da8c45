import type { Metadata } from 'next';
import { MeetingOverview } from '#components/meetings/meeting-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { theHouse } from '#server/house.ts';
import { listMeetings } from '#server/meetings/list-meetings.ts';
import { pageAnswer } from '../../../../page-answer.ts';

interface Props {
  params: Promise<{ boardId: string }>;
}

async function askedBoard({ params }: Props) {
  const { boardId } = await params;
  const asked = readBoard(theHouse(), await whoAsks(), boardId);
  return pageAnswer(asked, `/boards/${boardId}/meetings`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedBoard(props)).title };
}

export default async function MeetingsPage(props: Props) {
  const board = await askedBoard(props);
  const asked = listMeetings(theHouse(), await whoAsks(), board.id);
  const meetings = await pageAnswer(asked, `/boards/${board.id}/meetings`);
  return <MeetingOverview board={board} meetings={meetings} />;
}
