import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MinutesPageBody } from '#components/meetings/minutes-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { pageAnswer } from '../../../page-answer.ts';

interface Props {
  params: Promise<{ meetingId: string }>;
}

async function askedMinutes({ params }: Props) {
  const { meetingId } = await params;
  const asked = readMinutes(theHouse(), await whoAsks(), meetingId);
  return pageAnswer(asked, `/meetings/${meetingId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { board } = await askedMinutes(props);
  return { title: (await getTranslations('minutes'))('title', { board }) };
}

export default async function MinutesPage(props: Props) {
  const minutes = await askedMinutes(props);
  const asked = readMeeting(theHouse(), await whoAsks(), minutes.meetingId);
  const meeting = await pageAnswer(asked, `/meetings/${minutes.meetingId}`);
  return <MinutesPageBody meeting={meeting} minutes={minutes} />;
}
