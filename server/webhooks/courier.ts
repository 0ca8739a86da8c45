import type { Webhook } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { claimDelivery } from './claim-delivery.ts';
import type { Claimed } from './claim-delivery.ts';
import { AT_ONCE, freeBeside } from './free-places.ts';
import { lookUpByDns } from './look-up.ts';
import type { LookUp } from './look-up.ts';
import { noteAttempt } from './note-attempt.ts';
import { postMessage } from './post-message.ts';
import { Reach } from './reach.ts';
import { signedHeaders } from './sign.ts';

const ROUND_MS = 2_000;
const PATIENCE_MS = 10_000;

type Deps = Pick<House, 'db' | 'log' | 'clock' | 'env'>;

interface Options {
  readonly lookUp?: LookUp;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** Milliseconds that a receiver is waited for. */
  readonly patience?: number;
}

/** Takes waiting messages to their webhooks, a few at once. Every node has one. [HOOK-5] */
export class Courier {
  readonly #deps: Deps;
  readonly #reach: Reach;
  readonly #options: Required<Options>;
  /** On the way, each with the webhook that it goes to. */
  readonly #onTheWay = new Map<Promise<void>, Webhook>();
  #filling: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: Deps, options: Options = {}) {
    this.#deps = deps;
    this.#reach = new Reach(deps.env.webhookNetworks);
    this.#options = {
      lookUp: lookUpByDns,
      random: Math.random,
      patience: PATIENCE_MS,
      ...options,
    };
  }

  start(): void {
    this.#timer = setInterval(() => void this.#fill(), ROUND_MS);
  }

  /** What is on the way comes to its end. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#filling;
    await Promise.all(this.#onTheWay.keys());
  }

  /** Sends all that is due, and what becomes due meanwhile. */
  async deliver(): Promise<void> {
    do {
      await this.#fill();
      await Promise.all(this.#onTheWay.keys());
    } while (await this.#fill().then(() => this.#onTheWay.size > 0));
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#takeWhatIsDue().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #takeWhatIsDue(): Promise<void> {
    try {
      while (this.#onTheWay.size < AT_ONCE) {
        const claimed = await claimDelivery(this.#deps, freeBeside([...this.#onTheWay.values()]));
        if (!claimed) return;
        this.#send(claimed);
      }
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'webhooks could not be read; trying again');
    }
  }

  #send(claimed: Claimed): void {
    const sent: Promise<void> = this.#attempt(claimed).finally(() => {
      this.#onTheWay.delete(sent);
      // Its webhook, and its place, are free for the next one.
      if (this.#timer) void this.#fill();
    });
    this.#onTheWay.set(sent, claimed.webhook);
  }

  async #attempt(claimed: Claimed): Promise<void> {
    const { random } = this.#options;
    try {
      await noteAttempt(this.#deps, claimed, await this.#post(claimed), random);
    } catch (error) {
      // The claim lapses, and it is sent again: the receiver knows it by its id.
      this.#deps.log.warn({ err: error }, 'what came of a webhook could not be kept');
    }
  }

  async #post({ id, body, webhook }: Claimed) {
    const at = this.#deps.clock();
    const { address, secret, formerSecret, formerUntil } = webhook;
    const former = formerSecret !== null && formerUntil !== null && formerUntil > at;
    const secrets = former ? [secret, formerSecret] : [secret];
    const headers = signedHeaders({ id, body }, { at, secrets });
    const from = performance.now();
    const took = () => Math.round(performance.now() - from);
    const { lookUp, patience } = this.#options;
    try {
      const deps = { reach: this.#reach, lookUp, patience };
      const receipt = await postMessage(deps, { address, headers, body });
      return { at, address, headers, took: took(), ...receipt, failure: null };
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { at, address, headers, took: took(), status: null, answer: null, failure };
    }
  }
}
