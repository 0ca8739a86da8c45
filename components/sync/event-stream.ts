/** What a stream of server-sent events brings: an event, or a comment. */
export type StreamItem =
  | { readonly is: 'event'; readonly name: string; readonly data: string }
  | { readonly is: 'comment' };

/**
 * Reads server-sent events from text that comes in pieces, as far as our server writes them: lines
 * that end in a line feed, `event` and `data` once per event.
 */
export class EventStream {
  /** The pieces of a line whose end has not come; a first sync is one line of megabytes. */
  private line: string[] = [];
  private name = '';
  private data: string | undefined;

  constructor(private readonly tell: (item: StreamItem) => void) {}

  push(text: string): void {
    const parts = text.split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      this.line.push(part);
      const line = this.line.join('');
      this.line = [];
      this.take(line);
    }
    if (rest !== '') this.line.push(rest);
  }

  private take(line: string): void {
    if (line === '') return this.finish();
    if (line.startsWith(':')) return this.tell({ is: 'comment' });
    const colon = line.indexOf(':');
    const field = line.slice(0, colon);
    const value = line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') this.name = value;
    if (field === 'data') this.data = value;
  }

  private finish(): void {
    const { name, data } = this;
    this.name = '';
    this.data = undefined;
    if (data !== undefined) this.tell({ is: 'event', name, data });
  }
}
