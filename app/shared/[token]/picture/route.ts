import { getLocale } from 'next-intl/server';
import { theHouse } from '#server/house.ts';
import { answerSharedPicture } from '#server/shares/answer-shared-picture.ts';

/** The picture of a shared snapshot, for whoever has the link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return answerSharedPicture(theHouse(), (await params).token, await getLocale());
}
