import nodemailer from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { Mail } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { claimMail } from './claim-mail.ts';
import { headersOf } from './mail-headers.ts';

const ROUND_MS = 15_000;
const PER_ROUND = 20;
// A mail that fails keeps its error and is tried again for a day.
const GIVE_UP_MS = 24 * 3600_000;
// Milliseconds that a mail server is waited for; together they stay far below the claim on a mail.
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };

type Deps = Pick<House, 'db' | 'log' | 'clock'>;

/** Sends waiting mails every few seconds while a mail server is set; without one they stay in the outbox. */
export class Postman {
  readonly #deps: Deps;
  readonly #transport: Transporter;
  readonly #from: string;
  /** Sent and not yet noted, because the database failed just then: never sent again. */
  readonly #sent = new Map<string, Date>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(deps: Deps, { smtpUrl, from }: { smtpUrl: string; from: string }) {
    this.#deps = deps;
    this.#transport = nodemailer.createTransport({ url: smtpUrl, ...PATIENCE });
    this.#from = from;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.deliver());
    }, ROUND_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
    this.#transport.close();
  }

  /** One round; what fails is noted on the mail and tried again in a later one. */
  async deliver(): Promise<void> {
    const { log, clock } = this.#deps;
    const since = new Date(clock().getTime() - GIVE_UP_MS);
    const tried: string[] = [];
    try {
      await this.#noteSent();
      while (tried.length < PER_ROUND) {
        const mail = await claimMail(this.#deps, { since, tried });
        if (!mail) return;
        tried.push(mail.id);
        await this.#send(mail);
      }
    } catch (error) {
      log.warn({ err: error }, 'mails could not be read; trying again');
    }
  }

  async #send(mail: Mail): Promise<void> {
    const { db, clock } = this.#deps;
    const failure = await this.#handOver(mail);
    if (failure === undefined) {
      this.#sent.set(mail.id, clock());
      return this.#noteSent();
    }
    const data = { error: failure, heldUntil: null };
    await db.mail.updateMany({ where: { id: mail.id }, data });
  }

  /** Undefined once the mail server took it, else why it did not. */
  async #handOver(mail: Mail): Promise<string | undefined> {
    const { to, subject, text, calendar } = mail;
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to,
        subject,
        text,
        headers: headersOf(mail),
        ...(calendar === null ? {} : { icalEvent: { method: 'PUBLISH', content: calendar } }),
      });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #noteSent(): Promise<void> {
    for (const [id, sentAt] of this.#sent) {
      const data = { sentAt, error: null, heldUntil: null };
      await this.#deps.db.mail.updateMany({ where: { id }, data });
      this.#sent.delete(id);
    }
  }
}
