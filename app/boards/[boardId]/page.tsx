import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { personColor } from '#board/person-color.ts';
import { BoardScreen } from '#components/board/board-screen.tsx';
import { EarlyLookFrame } from '#components/board/early-look-frame.tsx';
import { zoneWords } from '#components/canvas/zone-words.ts';
import { standingOnBoard } from '#server/access/standing.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { readFirstLook } from '#server/boards/read-first-look.ts';
import { earlyLookScript } from '#server/early-look-script.ts';
import { theHouse } from '#server/house.ts';
import { pageAnswer } from '../../page-answer.ts';
import { today } from '../../today.ts';

interface Props {
  params: Promise<{ boardId: string }>;
}

/** Asked for once a request, for the title and for the page. */
const askedBoard = cache(async (boardId: string) => {
  return pageAnswer(readBoard(theHouse(), await whoAsks(), boardId), `/boards/${boardId}`);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await askedBoard((await params).boardId);
  return { title };
}

export default async function BoardPage({ params }: Props) {
  const { boardId } = await params;
  const actor = await whoAsks();
  // Worked out while the page is made; without it the page opens as well.
  const look = readFirstLook(theHouse(), actor, boardId).catch(() => undefined);
  const board = await askedBoard(boardId);
  if (actor.kind === 'nobody') redirect(`/sign-in?next=/boards/${board.id}`);
  const { env, db, clock } = theHouse();
  const standing = await standingOnBoard(db, actor, board.id, clock());
  const { id, name } = actor;
  const words = zoneWords(
    await getTranslations('words.zone'),
    await getTranslations('canvas.zoneHint'),
  );
  return (
    <>
      <EarlyLookFrame boardId={board.id} words={words} script={earlyLookScript()} look={look} />
      <BoardScreen
        board={board}
        person={{ id, name, color: personColor(id) }}
        subjects={standing?.subjects ?? []}
        locale={await getLocale()}
        today={await today()}
        {...(env.tldrawLicenseKey && { licenseKey: env.tldrawLicenseKey })}
      />
    </>
  );
}
