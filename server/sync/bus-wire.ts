/** The road that a bus sends over: channels that carry texts to everybody who listens, ourselves too. */
export interface BusWire {
  /** Begins to connect and goes on trying until stopped; resolves when the first attempt has ended. Never rejects. */
  start(events: WireEvents): Promise<void>;
  stop(): Promise<void>;
  /** Resolves with whether the road took it. Queues nothing while the road is down; never rejects. */
  send(channel: string, text: string): Promise<boolean>;
  /** Listens until `unlisten`, over gaps too. Resolves once it hears, or the road is down; never rejects. */
  listen(channel: string): Promise<void>;
  unlisten(channel: string): void;
  /** The road says that it is up and yet carries nothing: connect anew. */
  startOver(why: string): void;
}

export interface WireEvents {
  /** Every channel that is listened to can be heard from now on. */
  up(): void;
  down(): void;
  heard(channel: string, text: string): void;
}
