import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { TeamHead } from '#components/teams/team-head.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';

interface Props {
  params: Promise<{ teamId: string }>;
  children: ReactNode;
}

async function askedTeam({ params }: Pick<Props, 'params'>) {
  const { teamId } = await params;
  return pageAnswer(readTeam(theHouse(), await whoAsks(), teamId), `/teams/${teamId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedTeam(props)).name };
}

export default async function TeamLayout(props: Props) {
  return (
    <>
      <TeamHead team={await askedTeam(props)} />
      {props.children}
    </>
  );
}
