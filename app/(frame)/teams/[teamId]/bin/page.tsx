import { BinOverview } from '#components/boards/bin-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { theHouse } from '#server/house.ts';
import { pageAnswer } from '../../../../page-answer.ts';

export default async function BinPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const asked = listBoards(theHouse(), await whoAsks(), { teamId, binned: true });
  return <BinOverview boards={await pageAnswer(asked, `/teams/${teamId}/bin`)} />;
}
