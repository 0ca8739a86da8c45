import { notFound, redirect } from 'next/navigation';
import { isRefusal } from '#server/refusal.ts';

/** What a use case answered a page; a refusal becomes the page that goes with it. `here` is the page's own path. */
export async function pageAnswer<T>(asked: Promise<T>, here: string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code === 'sign-in') redirect(`/sign-in?next=${encodeURIComponent(here)}`);
    if (error.code === 'not-found' || error.code === 'no-right') notFound();
    throw error;
  }
}
