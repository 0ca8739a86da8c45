import nodemailer from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { Mail } from '../db/generated/client.ts';
import type { House } from '../house.ts';

const ROUND_MS = 15_000;
const PER_ROUND = 20;
// A mail that fails keeps its error and is tried again for a day.
const GIVE_UP_MS = 24 * 3600_000;

type Deps = Pick<House, 'db' | 'log' | 'clock'>;

/** Sends waiting mails every few seconds while a mail server is set; without one they stay in the outbox. */
export class Postman {
  readonly #deps: Deps;
  readonly #transport: Transporter;
  readonly #from: string;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(deps: Deps, { smtpUrl, from }: { smtpUrl: string; from: string }) {
    this.#deps = deps;
    this.#transport = nodemailer.createTransport(smtpUrl);
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
    const { db, log, clock } = this.#deps;
    const since = new Date(clock().getTime() - GIVE_UP_MS);
    try {
      const waiting = await db.mail.findMany({
        where: { sentAt: null, createdAt: { gt: since } },
        // What failed before comes last, so that bad addresses never hold up the others.
        orderBy: [{ error: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
        take: PER_ROUND,
      });
      for (const mail of waiting) await this.#send(mail);
    } catch (error) {
      log.warn({ err: error }, 'mails could not be read; trying again');
    }
  }

  async #send({ id, to, subject, text, calendar }: Mail): Promise<void> {
    const { db, clock } = this.#deps;
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to,
        subject,
        text,
        ...(calendar === null ? {} : { icalEvent: { method: 'PUBLISH', content: calendar } }),
      });
      await db.mail.update({ where: { id }, data: { sentAt: clock(), error: null } });
    } catch (error) {
      await db.mail.update({
        where: { id },
        data: { error: error instanceof Error ? error.message : String(error) },
      });
    }
  }
}
