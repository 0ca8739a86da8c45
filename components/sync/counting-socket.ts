import { isDocumentFrame } from '#board/wire.ts';

export type SocketClass = typeof WebSocket;

/** The socket class, telling when a socket is made and when it is handed a document message. [WIRE-3] */
export function countingSocket(
  Base: SocketClass,
  tell: { opening(): void; sent(): void },
): SocketClass {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      tell.opening();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (data instanceof Uint8Array && isDocumentFrame(data)) tell.sent();
    }
  };
}
