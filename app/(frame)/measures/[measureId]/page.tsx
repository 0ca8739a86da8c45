import type { Metadata } from 'next';
import { MeasurePageBody } from '#components/measures/measure-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { readMeasure } from '#server/measures/read-measure.ts';
import { pageAnswer } from '../../../page-answer.ts';
import { today } from '../../../today.ts';

interface Props {
  params: Promise<{ measureId: string }>;
  searchParams: Promise<{ all?: string }>;
}

async function askedMeasure({ params }: Pick<Props, 'params'>) {
  const { measureId } = await params;
  const asked = readMeasure(theHouse(), await whoAsks(), measureId);
  return pageAnswer(asked, `/measures/${measureId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedMeasure(props)).name };
}

export default async function MeasurePage(props: Props) {
  const { all } = await props.searchParams;
  return (
    <MeasurePageBody
      measure={await askedMeasure(props)}
      today={await today()}
      all={all !== undefined}
    />
  );
}
