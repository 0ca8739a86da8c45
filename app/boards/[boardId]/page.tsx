import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { personColor } from '#board/person-color.ts';
import { BoardScreen } from '#components/board/board-screen.tsx';
import { standingOnBoard } from '#server/access/standing.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { theHouse } from '#server/house.ts';
import { pageAnswer } from '../../page-answer.ts';
import { today } from '../../today.ts';

interface Props {
  params: Promise<{ boardId: string }>;
}

async function askedBoard({ params }: Props) {
  const { boardId } = await params;
  return pageAnswer(readBoard(theHouse(), await whoAsks(), boardId), `/boards/${boardId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title } = await askedBoard(props);
  return { title };
}

export default async function BoardPage(props: Props) {
  const board = await askedBoard(props);
  const actor = await whoAsks();
  if (actor.kind === 'nobody') redirect(`/sign-in?next=/boards/${board.id}`);
  const { env, db, clock } = theHouse();
  const standing = await standingOnBoard(db, actor, board.id, clock());
  const { id, name } = actor;
  return (
    <BoardScreen
      board={board}
      person={{ id, name, color: personColor(id) }}
      subjects={standing?.subjects ?? []}
      locale={await getLocale()}
      today={await today()}
      {...(env.tldrawLicenseKey && { licenseKey: env.tldrawLicenseKey })}
    />
  );
}
