import { theHouse } from '#server/house.ts';
import { answerUnsubscribe } from '#server/mail/answer-unsubscribe.ts';

interface Context {
  params: Promise<{ token: string }>;
}

/** Opening the link ends nothing: the page it leads to asks first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const location = `/mails/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}

export async function POST(_request: Request, { params }: Context): Promise<Response> {
  return answerUnsubscribe(theHouse(), (await params).token);
}
