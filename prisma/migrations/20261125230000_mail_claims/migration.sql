-- Several nodes send mails of one outbox: each is claimed before it is sent.
ALTER TABLE "mail" ADD COLUMN "held_until" TIMESTAMP(3);
