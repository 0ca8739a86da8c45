import type { News } from './bus.ts';

/** Different news that are kept; a longer outage than that ends with everybody being checked. */
const MAX_KEPT = 1_000;

/** News that could not be sent, each once, in bounded memory. [SYNC-62] */
export class PendingNews {
  private readonly kept = new Map<string, News>();

  add(news: News): void {
    if (this.kept.size >= MAX_KEPT) this.shorten();
    this.kept.set(keyOf(news), news);
  }

  takeAll(): News[] {
    const all = [...this.kept.values()];
    this.kept.clear();
    return all;
  }

  /**
   * Rights come first: all checks become one of everybody. Of facts the oldest go; their boards show
   * them at the next change or opening.
   */
  private shorten(): void {
    const facts = this.takeAll().filter(({ is }) => is === 'refresh');
    this.kept.set(keyOf(everybody), everybody);
    for (const news of facts.slice(-MAX_KEPT / 2)) this.kept.set(keyOf(news), news);
  }
}

const everybody: News = { is: 'recheck' };

function keyOf(news: News): string {
  const person = news.is === 'recheck' ? news.personId : undefined;
  return JSON.stringify([news.is, news.boardId, person]);
}
