import { answerFeed } from '#server/calendar/answer-feed.ts';
import { theHouse } from '#server/house.ts';

/** Somebody's calendar, for a program that knows its address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  return answerFeed(theHouse(), request, (await params).file);
}
