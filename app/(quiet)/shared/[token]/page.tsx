import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClosedShare } from '#components/shares/closed-share.tsx';
import { SharedPageBody } from '#components/shares/shared-page-body.tsx';
import { theHouse } from '#server/house.ts';
import { isRefusal } from '#server/refusal.ts';
import { readShared } from '#server/shares/read-shared.ts';

interface Props {
  params: Promise<{ token: string }>;
}

/** The same for every link, so that it tells nothing and needs no reading. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('shared'))('title'),
    referrer: 'no-referrer',
    robots: { index: false, follow: false },
  };
}

async function shared(token: string) {
  try {
    return await readShared(theHouse(), token, await getLocale());
  } catch (error) {
    if (isRefusal(error) && error.code === 'expired') return 'dead';
    if (isRefusal(error) && error.code === 'too-fast') return 'fast';
    throw error;
  }
}

export default async function SharedPage({ params }: Props) {
  const { token } = await params;
  const seen = await shared(token);
  if (typeof seen === 'string') return <ClosedShare why={seen} />;
  return <SharedPageBody {...seen} picture={`/shared/${token}/picture`} />;
}
